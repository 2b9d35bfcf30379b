package dev.heddle.loading;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user's classes, loaded so that every join point in them is woven.
 *
 * <p>If their class path holds Akka, that Akka is under test: it, Scala and our adapter are defined in
 * the realm, woven as they load. If not, Akka and the adapter are the parent's, woven when Heddle was
 * built. What both sides share, the engine above all, is always the parent's.
 */
public final class Realm implements AutoCloseable {

    static final String AKKA_CLASS = "akka/actor/ActorSystem.class";
    static final String SUPPORTED_AKKA = "2.6.0 to 2.6.21";

    private static final String WOVEN_CLASS = "akka/dispatch/MessageDispatcher.class";
    private static final String WEAVER_MARK = "org.aspectj.weaver.WeaverState";
    private static final String ASPECTS = "META-INF/heddle/aspects.xml";
    private static final Pattern ASPECT = Pattern.compile("<aspect name=\"([^\"]+)\"");
    private static final Pattern AKKA_VERSION = Pattern.compile("akka\\.version\\s*=\\s*\"([^\"]+)\"");

    private final ClassPath classPath;
    private final boolean ownAkka;
    private final Optional<String> akkaVersion;
    private final RealmLoader loader;

    private Realm(ClassPath classPath, ClassLoader parent) {
        this.classPath = classPath;
        ClassPathEntry akka = classPath.find(AKKA_CLASS);
        this.ownAkka = akka != null;
        this.akkaVersion = ownAkka ? versionIn(akka.has("version.conf") ? akka.read("version.conf") : null)
                : versionIn(bytesOf(parent, "version.conf"));
        if (ownAkka) {
            requireSupported(akka);
        } else {
            requireWoven(parent);
        }
        this.loader = new RealmLoader(classPath, ownAkka, aspects(parent), parent);
    }

    /**
     * Opens a realm.
     *
     * @param classPath folders and jars of the user, dependencies included; empty for what Heddle bundles
     * @param parent the loader of Heddle's own classes
     * @throws LoadingException if an entry is missing or unreadable, or Akka's version is not supported
     */
    public static Realm open(List<Path> classPath, ClassLoader parent) {
        ClassPath opened = ClassPath.open(classPath);
        try {
            return new Realm(opened, parent);
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    /** The entries of a class path as the {@code java} command takes it: {@code a.jar:classes:lib/*}. */
    public static List<Path> parseClassPath(String text) {
        List<Path> paths = new ArrayList<>();
        for (String item : text.split(Pattern.quote(File.pathSeparator))) {
            if (item.equals("*") || item.endsWith("/*") || item.endsWith(File.separator + "*")) {
                paths.addAll(jarsIn(Path.of(item.substring(0, item.length() - 1))));
            } else if (!item.isBlank()) {
                paths.add(Path.of(item));
            }
        }
        return paths;
    }

    /**
     * Refuses entries that no classes can be in.
     *
     * @throws LoadingException if one is not there, or neither a folder nor a jar
     */
    public static void requireUsable(List<Path> entries) {
        entries.forEach(ClassPath::requireUsable);
    }

    private static List<Path> jarsIn(Path folder) {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(jars::add);
        } catch (IOException e) {
            throw new LoadingException(
                    "class path: cannot list the jars of '" + folder + File.separator + "*'; correct the folder", e);
        }
        jars.sort(null);
        return jars;
    }

    /**
     * The class by its name with dots.
     *
     * @throws LoadingException if there is none, with the nearest names there are, or it cannot be linked
     */
    public Class<?> load(String name) {
        if (name.indexOf('/') >= 0) {
            throw new LoadingException("'" + name + "' is no name of a class; did you mean "
                    + name.replaceFirst("\\.(class|java)$", "").replace('/', '.') + "?");
        }
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new LoadingException(NearestNames.explain(name, classPath), e);
        } catch (NoClassDefFoundError e) {
            throw new LoadingException(missing(name, e), e);
        }
    }

    /** One line about a class that another one needs, with a cure. */
    public String missing(String needing, NoClassDefFoundError e) {
        return needing + " needs " + String.valueOf(e.getMessage()).replace('/', '.')
                + ", which is not on the class path; "
                + (ownAkka
                        ? "an Akka of your own needs all its jars there (akka-actor, scala-library, config, ...):"
                                + " add them, as mvn dependency:copy-dependencies collects them, or leave Akka off to"
                                + " test with Heddle's"
                        : "add the jar that holds it");
    }

    /** The loader of the realm, for a thread's context or an actor system. */
    public ClassLoader loader() {
        return loader;
    }

    /** The version of the Akka under test, if it says. */
    public Optional<String> akkaVersion() {
        return akkaVersion;
    }

    /** Whether the Akka under test came with the class path. */
    public boolean ownAkka() {
        return ownAkka;
    }

    /** Closes the jars; classes that are not loaded by then can no longer be. */
    @Override
    public void close() {
        classPath.close();
    }

    private void requireSupported(ClassPathEntry akka) {
        akkaVersion.filter(version -> !version.startsWith("2.6.")).ifPresent(version -> {
            throw new LoadingException("Akka " + version + " in " + akka.path() + " is not supported: use Akka "
                    + SUPPORTED_AKKA + ", or leave Akka off the class path to test with the one that Heddle brings");
        });
    }

    private static void requireWoven(ClassLoader parent) {
        byte[] bytes = bytesOf(parent, WOVEN_CLASS);
        if (bytes == null) {
            throw new LoadingException("there is no Akka on the class path, and none beside Heddle; add akka-actor "
                    + SUPPORTED_AKKA + " and what it needs to the class path");
        }
        if (!ClassFile.read(bytes, WEAVER_MARK::equals).mentionsMarker()) {
            throw new LoadingException("the Akka beside Heddle is not woven, so no message would be under control; "
                    + "put Akka on the class path under test, or run Heddle's own jar");
        }
    }

    static List<String> aspects(ClassLoader parent) {
        byte[] bytes = bytesOf(parent, ASPECTS);
        if (bytes == null) {
            throw new LoadingException(
                    "Heddle's aspects are missing (" + ASPECTS + "): its jar is not whole; build or download it again");
        }
        return ASPECT.matcher(new String(bytes, StandardCharsets.UTF_8)).results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Optional<String> versionIn(byte[] configuration) {
        if (configuration == null) {
            return Optional.empty();
        }
        Matcher matcher = AKKA_VERSION.matcher(new String(configuration, StandardCharsets.UTF_8));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static byte[] bytesOf(ClassLoader loader, String resource) {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
