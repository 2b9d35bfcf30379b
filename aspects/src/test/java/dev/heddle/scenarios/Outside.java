package dev.heddle.scenarios;

import akka.actor.AbstractExtensionId;
import akka.actor.ActorRef;
import akka.actor.ExtendedActorSystem;
import akka.actor.Extension;
import akka.event.Logging;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What comes from outside of a program: time and chance. A command names a source, the answer is what it says. */
public final class Outside extends Cases {
    private static final Random STATIC = new Random();
    private static final SecureRandom STATIC_SECURE = new SecureRandom();
    private static final Map<String, Supplier<Object>> SOURCES = new TreeMap<>();

    static {
        SOURCES.put("nanoTime", () -> System.nanoTime());
        SOURCES.put("currentTimeMillis", () -> System.currentTimeMillis());
        SOURCES.put("Instant", () -> Instant.now());
        SOURCES.put("Clock", () -> Clock.systemUTC().instant());
        SOURCES.put("Clock.zone", () -> Clock.system(ZoneId.of("Asia/Tokyo")).instant());
        SOURCES.put("LocalDate", () -> LocalDate.now());
        SOURCES.put("LocalDateTime", () -> LocalDateTime.now());
        SOURCES.put("ZonedDateTime", () -> ZonedDateTime.now(ZoneId.of("Asia/Tokyo")));
        SOURCES.put("Date", () -> new Date().getTime());
        SOURCES.put("Calendar", () -> Calendar.getInstance().getTimeInMillis());
        SOURCES.put("GregorianCalendar", () -> new GregorianCalendar().getTimeInMillis());
        SOURCES.put("stamp", () -> new Logging.Info("source", Outside.class, "text").timestamp());
        SOURCES.put("Deadline", () -> scala.concurrent.duration.Deadline.now().time().toNanos());
        SOURCES.put("Random", () -> new Random().nextInt());
        SOURCES.put("Random.gaussian", () -> new Random().nextGaussian());
        SOURCES.put("Random.static", () -> STATIC.nextLong());
        SOURCES.put("Math", () -> Math.random());
        SOURCES.put("UUID", () -> UUID.randomUUID());
        SOURCES.put("SecureRandom", () -> new SecureRandom().nextInt());
        SOURCES.put("SecureRandom.static", () -> STATIC_SECURE.nextInt());
        SOURCES.put("SplittableRandom", () -> new SplittableRandom().nextInt());
        SOURCES.put("ThreadLocalRandom", () -> ThreadLocalRandom.current().nextInt());
        SOURCES.put("ThreadLocalRandom.bound", () -> ThreadLocalRandom.current().nextInt(1_000_000_000));
        SOURCES.put("ThreadLocalRandom.range", () -> ThreadLocalRandom.current().nextInt(1, 1_000_000_000));
        SOURCES.put("ThreadLocalRandom.long", () -> ThreadLocalRandom.current().nextLong());
        SOURCES.put("ThreadLocalRandom.double", () -> ThreadLocalRandom.current().nextDouble());
        SOURCES.put("ThreadLocalRandom.gaussian", () -> ThreadLocalRandom.current().nextGaussian());
        SOURCES.put("RandomGenerator", () -> RandomGenerator.getDefault().nextInt());
        SOURCES.put("ThreadLocalRandom.bytes", Outside::bytes);
        SOURCES.put("shuffle", Outside::shuffled);
        references();
        SOURCES.put("scala.Random", () -> new scala.util.Random().nextInt());
        SOURCES.put("scala.Random.bound", () -> scala.util.Random$.MODULE$.nextInt(1_000_000_000));
        SOURCES.put("scala.Random.shared", () -> scala.util.Random$.MODULE$.nextInt());
    }

    /** The same by method references, which have no call site. */
    private static void references() {
        refer("::nanoTime", System::nanoTime);
        refer("::currentTimeMillis", System::currentTimeMillis);
        refer("::Instant", Instant::now);
        refer("::LocalDate", LocalDate::now);
        refer("::LocalTime", LocalTime::now);
        refer("::LocalDateTime", LocalDateTime::now);
        refer("::ZonedDateTime", ZonedDateTime::now);
        refer("::OffsetDateTime", OffsetDateTime::now);
        Supplier<Clock> utc = Clock::systemUTC;
        refer("::Clock", () -> utc.get().instant());
        Supplier<Clock> zoned = Clock::systemDefaultZone;
        refer("::Clock.zone", () -> zoned.get().instant());
        Supplier<Date> date = Date::new;
        refer("::Date", () -> date.get().getTime());
        refer("::Math", Math::random);
        refer("::UUID", UUID::randomUUID);
        Supplier<Random> random = Random::new;
        refer("::Random", () -> random.get().nextInt());
        Supplier<SecureRandom> secure = SecureRandom::new;
        refer("::SecureRandom", () -> secure.get().nextInt());
        Supplier<SplittableRandom> splittable = SplittableRandom::new;
        refer("::SplittableRandom", () -> splittable.get().nextInt());
        Supplier<ThreadLocalRandom> own = ThreadLocalRandom::current;
        refer("::ThreadLocalRandom", () -> own.get().nextInt());
        Consumer<List<Integer>> shuffle = Collections::shuffle;
        refer("::shuffle", () -> {
            List<Integer> list = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
            shuffle.accept(list);
            return list;
        });
    }

    private static void refer(String name, Supplier<Object> source) {
        SOURCES.put(name, source);
    }

    public Outside() {
        add("ask", node -> (me, m) -> {
            if (m.equals("sources")) {
                reply(me, String.join(" ", SOURCES.keySet()));
            } else if (m.equals("uids")) {
                ActorRef child = me.getContext().actorOf(child((c, x) -> c.getContext()));
                reply(me, child.path().uid() + " " + me.getSelf().path().uid());
            } else if (m.equals("extension")) {
                Once.ID.get(me.getContext().getSystem());
                reply(me, ThreadLocalRandom.current().nextInt());
            } else if (SOURCES.containsKey(m)) {
                reply(me, SOURCES.get(m).get());
            }
        });
    }

    /** An extension that draws when it is made, which happens once in an actor system. */
    private static final class Once implements Extension {
        static final AbstractExtensionId<Once> ID = new AbstractExtensionId<>() {
            @Override
            public Once createExtension(ExtendedActorSystem system) {
                system.systemActorOf(Scripted.props((c, x) -> c.getContext()), "once");
                return new Once(ThreadLocalRandom.current().nextInt());
            }
        };
        final int drawn;

        private Once(int drawn) {
            this.drawn = drawn;
        }
    }

    private static String bytes() {
        byte[] bytes = new byte[20];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static List<Integer> shuffled() {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            list.add(i);
        }
        Collections.shuffle(list);
        return list;
    }
}
