package dev.heddle.loading;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aspectj.apache.bcel.classfile.JavaClass;
import org.aspectj.bridge.AbortException;
import org.aspectj.bridge.IMessage;
import org.aspectj.bridge.IMessageHandler;
import org.aspectj.weaver.ReferenceType;
import org.aspectj.weaver.ReferenceTypeDelegate;
import org.aspectj.weaver.ResolvedType;
import org.aspectj.weaver.bcel.BcelWeaver;
import org.aspectj.weaver.bcel.BcelWorld;
import org.aspectj.weaver.bcel.Utility;
import org.aspectj.weaver.tools.GeneratedClassHandler;
import org.aspectj.weaver.tools.WeavingAdaptor;

/**
 * AspectJ's weaver for the classes of one realm, without an agent, its cache or its configuration files.
 *
 * <p>It extends the plain adaptor rather than AspectJ's {@code ClassLoaderWeavingAdaptor}: that one
 * defines classes through {@code Unsafe}, of which new JDKs warn, and resolves types by loading them.
 */
final class LoadTimeWeaver extends WeavingAdaptor {

    private final Function<String, byte[]> classBytes;
    private final Set<String> aspectNames;

    /**
     * @param aspects the aspects' class names
     * @param classBytes the unwoven bytes of any class that the realm sees, by its name with slashes, or null
     * @param generated defines the classes that weaving adds, by name with dots
     */
    LoadTimeWeaver(List<String> aspects, Function<String, byte[]> classBytes, GeneratedClassHandler generated) {
        this.classBytes = classBytes;
        this.aspectNames = aspects.stream().map(name -> name.replace('.', '/')).collect(Collectors.toUnmodifiableSet());
        this.generatedClassHandler = generated;
        createMessageHandler();
        setMessageHandler(new Refusal());
        bcelWorld = new World(getMessageHandler());
        // Third-party classes name types that are not there; a weaver that fails says so whatever lint is set.
        bcelWorld.getLint().loadDefaultProperties();
        bcelWorld.getLint().setAll("ignore");
        bcelWorld.setBehaveInJava5Way(true);
        weaver = new BcelWeaver(bcelWorld);
        // "Not reweavable": woven once, so the unwoven class need not be kept inside the woven one.
        weaver.setReweavableMode(true);
        aspects.forEach(weaver::addLibraryAspect);
        weaver.prepareForWeave();
        enable();
    }

    /** The woven bytes, or null if they are the same; they may differ by nothing but a note of AspectJ. */
    synchronized byte[] weave(String className, byte[] bytes) {
        try {
            return weaveClass(className, bytes);
        } catch (IOException | RuntimeException e) {
            throw new LoadingException("cannot weave " + className + ": " + e.getMessage()
                    + "; leave its jar off the class path if the test does not need it, or report this", e);
        }
    }

    /** Whether an aspect takes over anything in a woven class. */
    boolean isAdvised(byte[] woven) {
        return ClassFile.read(woven, aspectNames::contains).mentionsMarker();
    }

    /**
     * Types as this realm sees them, held as long as the weaver: forgetting them by weak references loses
     * join points.
     */
    private final class World extends BcelWorld {

        World(IMessageHandler messages) {
            super(LoadTimeWeaver.class.getClassLoader(), messages, null);
        }

        @Override
        protected ReferenceTypeDelegate resolveDelegate(ReferenceType type) {
            byte[] bytes = classBytes.apply(type.getName().replace('.', '/'));
            if (bytes == null) {
                return null;
            }
            JavaClass parsed = Utility.makeJavaClass(type.getName(), bytes);
            return buildBcelDelegate(type, parsed, false, false);
        }

        @Override
        protected boolean isExpendable(ResolvedType type) {
            return false;
        }
    }

    /** Makes every complaint of the weaver an exception, and passes over its chatter. */
    private static final class Refusal implements IMessageHandler {

        @Override
        public boolean handleMessage(IMessage message) {
            if (isIgnoring(message.getKind())) {
                return true;
            }
            if (message.getThrown() != null) {
                throw new AbortException(message);
            }
            throw new IllegalStateException(message.getMessage()
                    + (message.getSourceLocation() == null ? "" : " (at " + message.getSourceLocation() + ")"));
        }

        @Override
        public boolean isIgnoring(IMessage.Kind kind) {
            return kind.compareTo(IMessage.WARNING) < 0;
        }

        @Override
        public void dontIgnore(IMessage.Kind kind) {}

        @Override
        public void ignore(IMessage.Kind kind) {}
    }
}
