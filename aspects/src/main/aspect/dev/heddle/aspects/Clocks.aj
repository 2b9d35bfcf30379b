package dev.heddle.aspects;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import org.aspectj.lang.annotation.SuppressAjWarnings;

/** Calls that read a clock. */
public aspect Clocks {
    /** Akka stamps what it logs; that is for people, and no node goes by it. */
    pointcut stamp() : within(akka.event.Logging.LogEvent);

    long around() : call(long System.nanoTime()) && Scope.code() {
        return dev.heddle.akka.jdk.Clocks.virtual() ? dev.heddle.akka.jdk.Clocks.nanoTime() : proceed();
    }

    long around() : call(long System.currentTimeMillis()) && Scope.code() && !stamp() {
        return dev.heddle.akka.jdk.Clocks.virtual() ? dev.heddle.akka.jdk.Clocks.currentTimeMillis() : proceed();
    }

    long around() : call(long System.currentTimeMillis()) && stamp() {
        return dev.heddle.akka.jdk.Clocks.virtual() ? dev.heddle.akka.jdk.Clocks.stampMillis() : proceed();
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    Instant around() : call(Instant Instant.now()) && Scope.code() {
        return dev.heddle.akka.jdk.Clocks.virtual() ? dev.heddle.akka.jdk.Clocks.instant() : proceed();
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    LocalDateTime around() : call(LocalDateTime LocalDateTime.now()) && Scope.code() {
        return dev.heddle.akka.jdk.Clocks.virtual()
                ? LocalDateTime.now(dev.heddle.akka.jdk.Clocks.clock(null))
                : proceed();
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    Object around() : call(* java.time.*.now()) && !call(Instant Instant.now())
            && !call(LocalDateTime LocalDateTime.now()) && Scope.target() {
        return dev.heddle.akka.jdk.Clocks.virtual()
                ? dev.heddle.akka.jdk.Clocks.now(thisJoinPointStaticPart, null)
                : proceed();
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    Object around(ZoneId zone) : call(* java.time.*.now(ZoneId)) && args(zone) && Scope.target() {
        return dev.heddle.akka.jdk.Clocks.virtual()
                ? dev.heddle.akka.jdk.Clocks.now(thisJoinPointStaticPart, zone)
                : proceed(zone);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    Clock around() : (call(Clock Clock.systemUTC()) || call(Clock Clock.systemDefaultZone())) && Scope.code() {
        return dev.heddle.akka.jdk.Clocks.virtual() ? dev.heddle.akka.jdk.Clocks.clock(null) : proceed();
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    Clock around(ZoneId zone) : call(Clock Clock.system(ZoneId)) && args(zone) && Scope.code() {
        return dev.heddle.akka.jdk.Clocks.virtual() ? dev.heddle.akka.jdk.Clocks.clock(zone) : proceed(zone);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    Date around() : call(Date.new()) && Scope.code() {
        return dev.heddle.akka.jdk.Clocks.virtual() ? dev.heddle.akka.jdk.Clocks.date() : proceed();
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    Calendar around() : call(Calendar Calendar.getInstance(..)) && Scope.code() {
        return dev.heddle.akka.jdk.Clocks.set(proceed());
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    GregorianCalendar around() : call(GregorianCalendar.new()) && Scope.code() {
        return (GregorianCalendar) dev.heddle.akka.jdk.Clocks.set(proceed());
    }

    /** Scala's deadlines read the clock inside its library. */
    @SuppressAjWarnings("adviceDidNotMatch")
    scala.concurrent.duration.Deadline around() :
            call(scala.concurrent.duration.Deadline scala.concurrent.duration.Deadline*.now())
            && Scope.code() && !within(akka.event..*) {
        return dev.heddle.akka.jdk.Clocks.virtual() ? dev.heddle.akka.jdk.Clocks.deadline() : proceed();
    }
}
