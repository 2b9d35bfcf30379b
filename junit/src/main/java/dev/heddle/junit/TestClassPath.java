package dev.heddle.junit;

import dev.heddle.loading.Realm;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The class path that a test runs with, however the build tool or the IDE hands it over. */
final class TestClassPath {
    private TestClassPath() {}

    /** Folders and jars that exist, in their order. */
    static List<Path> of(Class<?> test) {
        Set<Path> paths = new LinkedHashSet<>();
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            paths.addAll(Realm.parseClassPath(System.getProperty(property, "")));
        }
        for (ClassLoader loader = test.getClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    add(url, paths);
                }
            }
        }
        CodeSource source = test.getProtectionDomain().getCodeSource();
        if (source != null) {
            add(source.getLocation(), paths);
        }
        List<Path> usable = new ArrayList<>(paths);
        usable.removeIf(path -> !Files.isDirectory(path) && !path.toString().endsWith(".jar"));
        usable.removeIf(Files::notExists);
        return usable;
    }

    private static void add(URL url, Set<Path> paths) {
        if (url != null && "file".equals(url.getProtocol())) {
            try {
                paths.add(Path.of(url.toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("the class path holds " + url + ", which is no file", e);
            }
        }
    }
}
