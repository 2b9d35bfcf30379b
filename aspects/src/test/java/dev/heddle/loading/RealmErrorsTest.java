package dev.heddle.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class RealmErrorsTest {

    private static final String SAMPLE = "dev/heddle/sample/Delivery.class";

    @TempDir
    Path folder;

    @Test
    void namesAMissingEntry() {
        assertRefused("there is no", () -> TestClassPath.open(List.of(folder.resolve("nowhere.jar"))));
    }

    @Test
    void namesAnEntryThatIsNoJar() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.jar"), "not a jar");

        assertRefused("neither a folder of classes nor a jar", () -> TestClassPath.open(List.of(text)));
    }

    @Test
    void namesTheNearestClasses() {
        try (Realm realm = TestClassPath.open(TestClassPath.withTestClasses(TestClassPath.newestAkka()))) {
            assertRefused("did you mean dev.heddle.sample.Delivery", () -> realm.load("dev.heddle.sample.Delivry"));
            assertRefused("add the jar or folder", () -> realm.load("no.such.ThingAtAllAnywhere"));
        }
    }

    @Test
    void saysWhichJavaAClassNeeds() throws IOException {
        byte[] bytes = sampleBytes();
        bytes[7] = 100;
        writeClass(SAMPLE, bytes);
        try (Realm realm = TestClassPath.open(with(folder, TestClassPath.newestAkka()))) {
            assertRefused("was compiled for Java 56", () -> realm.load("dev.heddle.sample.Delivery"));
        }
    }

    @Test
    void namesABrokenClass() throws IOException {
        writeClass(SAMPLE, new byte[] {1, 2, 3, 4, 5});
        try (Realm realm = TestClassPath.open(with(folder, TestClassPath.newestAkka()))) {
            assertRefused("not a valid class file", () -> realm.load("dev.heddle.sample.Delivery"));
        }
    }

    @Test
    void refusesAnAkkaItDoesNotKnow() throws IOException {
        writeClass(Realm.AKKA_CLASS, sampleBytes());
        Files.writeString(folder.resolve("version.conf"), "akka.version = \"2.5.32\"\n");

        assertRefused("Akka 2.5.32", () -> TestClassPath.open(List.of(folder)));
    }

    @Test
    void refusesAnAkkaThatTheAspectsDoNotFit() throws IOException {
        writeClass("akka/dispatch/Dispatcher.class",
                emptyClass("akka/dispatch/Dispatcher", "akka/dispatch/MessageDispatcher"));
        writeClass(Realm.AKKA_CLASS, sampleBytes());
        try (Realm realm = TestClassPath.open(with(folder, TestClassPath.newestAkka()))) {
            assertRefused("do not fit", () -> realm.load("akka.dispatch.Dispatcher"));
        }
    }

    @Test
    void parsesAClassPathLikeTheJavaCommand() throws IOException {
        Files.createFile(folder.resolve("b.jar"));
        Files.createFile(folder.resolve("a.jar"));
        Files.createFile(folder.resolve("readme.txt"));

        assertEquals(List.of(Path.of("x"), folder.resolve("a.jar"), folder.resolve("b.jar")),
                Realm.parseClassPath("x" + File.pathSeparator + folder + "/*"));
        assertRefused("cannot list", () -> Realm.parseClassPath("no-such-folder/*"));
    }

    private static byte[] sampleBytes() throws IOException {
        return Files.readAllBytes(TestClassPath.testClasses().resolve(SAMPLE));
    }

    private static byte[] emptyClass(String name, String superclass) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0xCAFEBABE);
            out.writeInt(52);
            out.writeShort(5);
            for (int index = 1; index < 5; index += 2) {
                out.writeByte(1);
                out.writeUTF(index == 1 ? name : superclass);
                out.writeByte(7);
                out.writeShort(index);
            }
            out.writeShort(0x0421);
            out.writeShort(2);
            out.writeShort(4);
            for (int empty = 0; empty < 4; empty++) {
                out.writeShort(0);
            }
        }
        return bytes.toByteArray();
    }

    private void writeClass(String resource, byte[] bytes) throws IOException {
        Path target = folder.resolve(resource);
        Files.createDirectories(target.getParent());
        Files.write(target, bytes);
    }

    private static List<Path> with(Path first, List<Path> rest) {
        List<Path> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private static void assertRefused(String expected, Executable action) {
        LoadingException refusal = assertThrows(LoadingException.class, action);
        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }
}
