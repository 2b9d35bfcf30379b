package dev.heddle.loading;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.stream.Stream;

/** An ordered list of folders and jars, kept open, in which classes and resources are looked up. */
final class ClassPath implements AutoCloseable {

    private final List<ClassPathEntry> entries;
    private volatile boolean closed;

    private ClassPath(List<ClassPathEntry> entries) {
        this.entries = entries;
    }

    /** Opens folders and jars, and the jars that their manifests add; Heddle's own distribution is left out. */
    static ClassPath open(List<Path> paths) {
        List<ClassPathEntry> entries = new ArrayList<>();
        Set<Path> seen = new LinkedHashSet<>();
        Deque<Path> todo = new ArrayDeque<>();
        try {
            for (Path path : paths) {
                requireUsable(path);
                todo.add(path);
                while (!todo.isEmpty()) {
                    Path next = todo.poll().toAbsolutePath().normalize();
                    if (Files.exists(next) && seen.add(next)) {
                        ClassPathEntry entry = ClassPathEntry.open(next);
                        entries.add(entry);
                        todo.addAll(manifestClassPath(entry));
                    }
                }
            }
        } catch (RuntimeException e) {
            new ClassPath(entries).close();
            throw e;
        }
        return new ClassPath(entries).without(ClassPath::isDistribution);
    }

    private ClassPath without(Predicate<ClassPathEntry> unwanted) {
        List<ClassPathEntry> kept = new ArrayList<>();
        for (ClassPathEntry entry : entries) {
            if (unwanted.test(entry)) {
                entry.close();
            } else {
                kept.add(entry);
            }
        }
        return new ClassPath(kept);
    }

    private static boolean isDistribution(ClassPathEntry entry) {
        return entry.has(Realm.AKKA_CLASS)
                && (entry.has("dev/heddle/loading/Realm.class") || entry.has("dev/heddle/cli/Main.class"));
    }

    static void requireUsable(Path path) {
        if (!Files.exists(path)) {
            throw new LoadingException("class path: there is no '" + path + "' (in " + Path.of("").toAbsolutePath()
                    + "); correct the path, or build what it should hold");
        }
        if (!Files.isDirectory(path) && !ClassPathEntry.looksLikeZip(path)) {
            throw new LoadingException("class path: '" + path + "' is neither a folder of classes nor a jar; "
                    + "separate entries with '" + File.pathSeparator + "'");
        }
    }

    private static List<Path> manifestClassPath(ClassPathEntry entry) {
        String text = entry.manifestAttribute(Attributes.Name.CLASS_PATH);
        if (text == null) {
            return List.of();
        }
        List<Path> paths = new ArrayList<>();
        for (String item : text.trim().split("\\s+")) {
            try {
                URI uri = entry.path().toUri().resolve(new URI(item));
                if ("file".equals(uri.getScheme())) {
                    paths.add(Path.of(uri));
                }
            } catch (URISyntaxException | IllegalArgumentException e) {
                // As the JVM does: what cannot be understood is not there.
                continue;
            }
        }
        return paths;
    }

    /** The first entry that has the resource, or null. */
    ClassPathEntry find(String resource) {
        if (closed) {
            throw new IllegalStateException(
                    "the realm is closed, and with it the jars: too late to look for " + resource);
        }
        for (ClassPathEntry entry : entries) {
            if (entry.has(resource)) {
                return entry;
            }
        }
        return null;
    }

    byte[] read(String resource) {
        ClassPathEntry entry = find(resource);
        return entry == null ? null : entry.read(resource);
    }

    List<URL> urls(String resource) {
        return entries.stream().filter(entry -> entry.has(resource)).map(entry -> entry.url(resource)).toList();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The names of all classes, with dots. */
    Stream<String> classNames() {
        return entries.stream().flatMap(ClassPathEntry::resources)
                .filter(resource -> resource.endsWith(".class"))
                .map(resource -> resource.substring(0, resource.length() - ".class".length()).replace('/', '.'));
    }

    @Override
    public void close() {
        closed = true;
        entries.forEach(ClassPathEntry::close);
    }

    static UncheckedIOException unreadable(Path path, IOException e) {
        return new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
    }
}
