package dev.heddle.loading;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** One folder or jar of a class path. */
sealed interface ClassPathEntry {

    static ClassPathEntry open(Path path) {
        if (Files.isDirectory(path)) {
            return new Folder(path);
        }
        try {
            return new Jar(path, new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version()));
        } catch (IOException e) {
            throw new LoadingException("class path: the jar '" + path + "' cannot be read (" + e.getMessage()
                    + "); build or download it again", e);
        }
    }

    static boolean looksLikeZip(Path path) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(path))) {
            return in.readUnsignedShort() == 0x504B;
        } catch (IOException e) {
            return false;
        }
    }

    Path path();

    boolean has(String resource);

    byte[] read(String resource);

    URL url(String resource);

    Stream<String> resources();

    /** The main attribute of the manifest, or null. */
    String manifestAttribute(Attributes.Name name);

    void close();

    /** A folder of classes. */
    record Folder(Path path) implements ClassPathEntry {

        @Override
        public boolean has(String resource) {
            return Files.isRegularFile(path.resolve(resource));
        }

        @Override
        public byte[] read(String resource) {
            try {
                return Files.readAllBytes(path.resolve(resource));
            } catch (IOException e) {
                throw ClassPath.unreadable(path.resolve(resource), e);
            }
        }

        @Override
        public URL url(String resource) {
            return toUrl(path.resolve(resource).toUri());
        }

        @Override
        public Stream<String> resources() {
            try (Stream<Path> files = Files.walk(path)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> path.relativize(file).toString().replace('\\', '/'))
                        .sorted().toList().stream();
            } catch (IOException e) {
                throw ClassPath.unreadable(path, e);
            }
        }

        @Override
        public String manifestAttribute(Attributes.Name name) {
            return null;
        }

        @Override
        public void close() {}
    }

    /** An open jar. */
    record Jar(Path path, JarFile file) implements ClassPathEntry {

        @Override
        public boolean has(String resource) {
            return file.getEntry(resource) != null;
        }

        @Override
        public byte[] read(String resource) {
            try (InputStream in = file.getInputStream(file.getEntry(resource))) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw ClassPath.unreadable(path, e);
            }
        }

        @Override
        public URL url(String resource) {
            String name = file.getJarEntry(resource).getRealName();
            try {
                return toUrl(URI.create(
                        "jar:" + path.toUri() + "!" + new URI(null, null, "/" + name, null).getRawPath()));
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Stream<String> resources() {
            return file.versionedStream().map(entry -> entry.getName());
        }

        @Override
        public String manifestAttribute(Attributes.Name name) {
            try {
                Manifest manifest = file.getManifest();
                return manifest == null ? null : manifest.getMainAttributes().getValue(name);
            } catch (IOException e) {
                return null;
            }
        }

        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                throw ClassPath.unreadable(path, e);
            }
        }
    }

    private static URL toUrl(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
