package dev.heddle.loading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The class loader of a realm: looks where {@link Origin} says, and weaves what {@link JoinPoints} lets pass. */
final class RealmLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final int RUNNING_MAJOR_VERSION = Runtime.version().feature() + 44;

    private final ClassPath classPath;
    private final boolean ownAkka;
    private final JoinPoints joinPoints;
    private final List<String> aspects;
    private final Map<Object, ProtectionDomain> domains = new ConcurrentHashMap<>();
    private LoadTimeWeaver weaver;

    RealmLoader(ClassPath classPath, boolean ownAkka, List<String> aspects, ClassLoader parent) {
        super("heddle", parent);
        this.classPath = classPath;
        this.ownAkka = ownAkka;
        this.joinPoints = new JoinPoints(name -> classPath.read(name + ".class"));
        this.aspects = aspects;
    }

    /** The weaver, made when the first class needs it: a realm of what Heddle bundles never does. */
    private synchronized LoadTimeWeaver weaver() {
        if (weaver == null) {
            weaver = new LoadTimeWeaver(aspects, this::classBytes, this::defineGenerated);
        }
        return weaver;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = switch (Origin.of(name, ownAkka)) {
                    case PLATFORM_FIRST -> fromFirst(name, ClassLoader.getPlatformClassLoader());
                    case PARENT_FIRST -> fromFirst(name, getParent());
                    case REDEFINED -> redefine(name);
                    case REALM_ONLY -> findClass(name);
                    case REALM_FIRST -> classPath.find(resourceOf(name)) == null
                            ? getParent().loadClass(name)
                            : findClass(name);
                };
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    private Class<?> fromFirst(String name, ClassLoader first) throws ClassNotFoundException {
        try {
            return first.loadClass(name);
        } catch (ClassNotFoundException e) {
            return findClass(name);
        }
    }

    private Class<?> redefine(String name) throws ClassNotFoundException {
        byte[] bytes = parentBytes(resourceOf(name));
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String resource = resourceOf(name);
        ClassPathEntry entry = classPath.find(resource);
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] bytes = woven(name, entry, entry.read(resource));
        return defineClass(
                name, bytes, 0, bytes.length, domains.computeIfAbsent(entry.path(), path -> domainOf(entry)));
    }

    private byte[] woven(String name, ClassPathEntry entry, byte[] bytes) {
        ClassFile file = readClass(name, entry, bytes);
        String internalName = name.replace('.', '/');
        if (Origin.isHeddle(name) || !joinPoints.mayOccurIn(internalName, file)) {
            return bytes;
        }
        byte[] led = file.mentionsMarker() ? MethodReferences.replacedIn(bytes) : bytes;
        byte[] woven = weaver().weave(name, led);
        if (JoinPoints.REQUIRED.contains(internalName) && (woven == null || !weaver().isAdvised(woven))) {
            throw new LoadingException("Heddle's aspects do not fit the Akka in " + entry.path() + ": " + name
                    + " has none of the methods they take over; use Akka " + Realm.SUPPORTED_AKKA);
        }
        return woven == null ? led : woven;
    }

    private static ClassFile readClass(String name, ClassPathEntry entry, byte[] bytes) {
        ClassFile file;
        try {
            file = JoinPoints.read(name.replace('.', '/'), bytes);
        } catch (UncheckedIOException e) {
            throw new LoadingException(name + " in " + entry.path() + " is not a valid class file; build it again", e);
        }
        if (file.majorVersion() > RUNNING_MAJOR_VERSION) {
            int needed = file.majorVersion() - 44;
            throw new LoadingException(name + " in " + entry.path() + " was compiled for Java " + needed
                    + ", but this is Java "
                    + Runtime.version().feature() + "; run Heddle with JAVA_HOME set to a JDK " + needed
                    + " or newer, or compile with --release " + Runtime.version().feature());
        }
        return file;
    }

    private static ProtectionDomain domainOf(ClassPathEntry entry) {
        try {
            return new ProtectionDomain(new CodeSource(entry.path().toUri().toURL(), (Certificate[]) null), null);
        } catch (IOException e) {
            throw ClassPath.unreadable(entry.path(), e);
        }
    }

    private void defineGenerated(String name, byte[] original, byte[] woven) {
        synchronized (getClassLoadingLock(name)) {
            if (findLoadedClass(name) == null) {
                defineClass(name, woven, 0, woven.length);
            }
        }
    }

    /** The unwoven bytes of a class by its name with slashes, from where it would be loaded; null if there is none. */
    private byte[] classBytes(String internalName) {
        String resource = internalName + ".class";
        Origin origin = Origin.of(internalName.replace('/', '.'), ownAkka);
        boolean realmFirst = origin == Origin.REALM_ONLY || origin == Origin.REALM_FIRST;
        byte[] first = realmFirst ? classPath.read(resource) : parentBytes(resource);
        if (first != null) {
            return first;
        }
        return switch (origin) {
            case REALM_ONLY, REDEFINED -> null;
            case REALM_FIRST -> parentBytes(resource);
            case PLATFORM_FIRST, PARENT_FIRST -> classPath.read(resource);
        };
    }

    private byte[] parentBytes(String resource) {
        try (InputStream in = getParent().getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    @Override
    public URL getResource(String name) {
        ClassPathEntry entry = classPath.find(name);
        if (entry != null) {
            return entry.url(name);
        }
        return hidesFromParent(name) ? null : getParent().getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> urls = new ArrayList<>(classPath.urls(name));
        if (!hidesFromParent(name)) {
            urls.addAll(Collections.list(getParent().getResources(name)));
        }
        return Collections.enumeration(urls);
    }

    private boolean hidesFromParent(String resource) {
        return ownAkka && Origin.isAkkaResource(resource);
    }

    @Override
    protected URL findResource(String name) {
        ClassPathEntry entry = classPath.find(name);
        return entry == null ? null : entry.url(name);
    }

    private static String resourceOf(String className) {
        return className.replace('.', '/') + ".class";
    }
}
