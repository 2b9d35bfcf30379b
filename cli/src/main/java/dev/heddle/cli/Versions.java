package dev.heddle.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The versions of Heddle and of what it stands on. */
final class Versions implements IVersionProvider {
    private static final String UNKNOWN = "unknown";

    @Override
    public String[] getVersion() {
        return new String[] {
            "Heddle " + heddle(),
            "JDK " + Runtime.version() + " (" + System.getProperty("java.vm.name") + ")",
            "Akka " + staticCall("akka.actor.ActorSystem", "Version"),
            "Scala " + property("library.properties", "version.number"),
            "AspectJ " + staticCall("org.aspectj.bridge.Version", "getText")
        };
    }

    private static String heddle() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "development build" : version;
    }

    /** By name: that a part is missing must not keep the other versions from being told. */
    private static String staticCall(String type, String method) {
        try {
            return String.valueOf(Class.forName(type).getMethod(method).invoke(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            return UNKNOWN;
        }
    }

    private static String property(String resource, String key) {
        try (InputStream in = Versions.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return UNKNOWN;
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty(key, UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
