package dev.heddle.akka.jdk;

import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.aspectj.lang.JoinPoint;

/** The generators of the JDK, drawing from the running node's where the thread runs controlled code. */
public final class Generators {
    private static final Random NODES = new NodesRandom();

    private Generators() {}

    /** True where the calling thread runs controlled code. */
    public static boolean controlled() {
        return Current.controller() != null;
    }

    /** {@link Random#Random()}: it draws from whichever node is running, so that even a static one repeats. */
    public static Random random() {
        return NODES;
    }

    /** {@link SecureRandom#SecureRandom()} and kin. */
    public static SecureRandom secureRandom() {
        return new NodesSecureRandom();
    }

    /** {@link SplittableRandom#SplittableRandom()}. */
    public static SplittableRandom splittableRandom() {
        return new SplittableRandom(Current.controller().draw());
    }

    /** {@link UUID#randomUUID}, of version 4 like it. */
    public static UUID uuid() {
        Controller controller = Current.controller();
        long high = controller.draw() & 0xFFFFFFFFFFFF0FFFL | 0x4000L;
        long low = controller.draw() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** True for the generator that all of Scala shares, where the calling thread runs controlled code. */
    public static boolean isShared(scala.util.Random generator) {
        return generator == scala.util.Random$.MODULE$ && controlled();
    }

    /** A call of a method that {@link Random} has too. */
    public static Object call(JoinPoint.StaticPart call, Object... arguments) {
        return Calls.invoke(Random.class, Calls.name(call), Calls.parameterTypes(call), NODES, arguments);
    }

    static long draw() {
        Controller controller = Current.controller();
        return controller == null ? UUID.randomUUID().getLeastSignificantBits() : controller.draw();
    }

    private static final class NodesRandom extends Random {
        private static final long serialVersionUID = 1;

        @Override
        public void setSeed(long ignored) {
            // Every draw is the running node's; there is no state to seed.
        }

        @Override
        protected int next(int bits) {
            return (int) (draw() >>> (64 - bits));
        }

        @Override
        public double nextGaussian() {
            return gaussian(this);
        }
    }

    private static final class NodesSecureRandom extends SecureRandom {
        private static final long serialVersionUID = 1;

        NodesSecureRandom() {
            super(null, null);
        }

        @Override
        public void setSeed(long ignored) {
            // Every draw is the running node's; there is no state to seed.
        }

        @Override
        public void setSeed(byte[] ignored) {
            // As above.
        }

        @Override
        public void nextBytes(byte[] bytes) {
            NODES.nextBytes(bytes);
        }

        @Override
        public byte[] generateSeed(int count) {
            byte[] bytes = new byte[count];
            NODES.nextBytes(bytes);
            return bytes;
        }

        @Override
        public double nextGaussian() {
            return gaussian(this);
        }

        @Override
        public String getAlgorithm() {
            return "Heddle";
        }
    }

    /** The polar method without the spare value, which would carry over from one execution to the next. */
    private static double gaussian(Random random) {
        double x;
        double square;
        do {
            x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    }
}
