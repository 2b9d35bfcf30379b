package dev.heddle.aspects;

import dev.heddle.akka.jdk.Generators;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.aspectj.lang.annotation.SuppressAjWarnings;

/** Calls that draw, and generators that are made without a seed. */
public aspect RandomNumbers {
    /** A generator that belongs to no seed; what is drawn from it most is advised without reflection. */
    pointcut shared() : target(ThreadLocalRandom);

    int around() : call(int Random+.nextInt()) && shared() && Scope.code() {
        return Generators.controlled() ? Generators.random().nextInt() : proceed();
    }

    int around(int bound) : call(int Random+.nextInt(int)) && args(bound) && shared() && Scope.code() {
        return Generators.controlled() ? Generators.random().nextInt(bound) : proceed(bound);
    }

    long around() : call(long Random+.nextLong()) && shared() && Scope.code() {
        return Generators.controlled() ? Generators.random().nextLong() : proceed();
    }

    double around() : call(double Random+.nextDouble()) && shared() && Scope.code() {
        return Generators.controlled() ? Generators.random().nextDouble() : proceed();
    }

    pointcut otherDraw() : call(* Random+.nextInt(int, int)) || call(* Random+.nextLong(long, ..))
            || call(* Random+.nextDouble(double, ..)) || call(* Random+.nextFloat(..))
            || call(* Random+.nextBoolean()) || call(* Random+.nextGaussian()) || call(* Random+.nextBytes(..))
            || call(* Random+.ints(..)) || call(* Random+.longs(..)) || call(* Random+.doubles(..));

    @SuppressAjWarnings("adviceDidNotMatch")
    Object around() : otherDraw() && shared() && args() && Scope.target() {
        return Generators.controlled() ? Generators.call(thisJoinPointStaticPart) : proceed();
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    Object around(Object one) : otherDraw() && shared() && args(one) && Scope.target() {
        return Generators.controlled() ? Generators.call(thisJoinPointStaticPart, one) : proceed(one);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    Object around(Object one, Object two) : otherDraw() && shared() && args(one, two) && Scope.target() {
        return Generators.controlled() ? Generators.call(thisJoinPointStaticPart, one, two) : proceed(one, two);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    double around() : call(double Math.random()) && Scope.code() {
        return Generators.controlled() ? Generators.random().nextDouble() : proceed();
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    UUID around() : call(UUID UUID.randomUUID()) && Scope.code() {
        return Generators.controlled() ? Generators.uuid() : proceed();
    }

    /** Made in a static field too, and drawn from later. */
    @SuppressAjWarnings("adviceDidNotMatch")
    Random around() : call(Random.new()) && Scope.target() {
        return Generators.random();
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    SecureRandom around() : (call(SecureRandom.new(..)) || call(SecureRandom SecureRandom.getInstance*(..)))
            && Scope.target() {
        return Generators.secureRandom();
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    RandomGenerator around() : call(static RandomGenerator RandomGenerator.*(..)) && Scope.target() {
        return Generators.random();
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    SplittableRandom around() : call(SplittableRandom.new()) && Scope.code() {
        return Generators.controlled() ? Generators.splittableRandom() : proceed();
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    void around(List list) : call(void java.util.Collections.shuffle(List)) && args(list) && Scope.code() {
        java.util.Collections.shuffle(list, Generators.random());
    }

    /** A generator of Scala's; the one that everybody shares is replaced. */
    pointcut scalas(scala.util.Random generator) : target(generator) && Scope.target()
            && (call(* scala.util.Random+.next*(..)) || call(* scala.util.Random+.between(..)));

    @SuppressAjWarnings("adviceDidNotMatch")
    Object around(scala.util.Random generator) : scalas(generator) && args() {
        return Generators.isShared(generator) ? Generators.call(thisJoinPointStaticPart) : proceed(generator);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    Object around(scala.util.Random generator, Object one) : scalas(generator) && args(one) {
        return Generators.isShared(generator) ? Generators.call(thisJoinPointStaticPart, one) : proceed(generator, one);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    scala.util.Random around() : call(scala.util.Random.new()) && Scope.target() {
        return new scala.util.Random(Generators.random());
    }
}
