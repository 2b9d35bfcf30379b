package dev.heddle.harness.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Faults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong, the error names the file, the line and the reason. */
class ScheduleErrorsTest {
    private static final String HEAD = "heddle-schedule 1\ntarget: toy\nnodes: 3\nnetwork: fifo\nseed: 7\n";

    private static void refused(String text, String start) {
        String message =
                assertThrows(ScheduleException.class, () -> ScheduleFormat.parse(text, "a.schedule", Faults.VOCABULARY))
                .getMessage();
        assertTrue(message.startsWith("a.schedule:" + start), message);
        assertEquals(1, message.lines().count(), message);
    }

    @Test
    void anEmptyFile() {
        refused("", "1: the file is empty");
    }

    @ParameterizedTest
    @CsvSource({"hello", "heddle-schedule", "heddle-schedule one", "Heddle-schedule 1", "' heddle-schedule 1'"})
    void anotherFirstLine(String first) {
        refused(first + "\n\n", "1: not a schedule: the first line must be 'heddle-schedule 1'");
    }

    @Test
    void anotherVersion() {
        refused(HEAD.replace("schedule 1", "schedule 2"), "1: 'heddle-schedule 2' was written by another version");
    }

    @Test
    void aLastLineWithoutItsEnd() {
        refused(HEAD + "\nboot n1\nboot n", "8: the last line has no end: the file looks truncated");
    }

    @Test
    void anythingAfterTheEnd() {
        refused(HEAD + "\nboot n1\nsettle 10s\nboot n2\n", "9: nothing can follow 'settle 10s'");
        refused(HEAD + "\nsettle 10s\nsettle 10s\n", "8: nothing can follow 'settle 10s'");
    }

    @ParameterizedTest
    @CsvSource({"settle", "settle 10", "settle 0s", "settle s", "settle 1.5s", "settle 9999999s", "settle 10s now"})
    void aTimeThatIsNone(String line) {
        refused(HEAD + "\n" + line + "\n", "7: expected the form 'settle 10s'");
    }

    @Test
    void anEndWithinTheHeaders() {
        refused(HEAD, "5: the file ends within its headers");
    }

    @Test
    void aHeaderWithoutAColon() {
        refused("heddle-schedule 1\ntarget toy\n\n", "2: expected a header of the form 'key: value'");
        refused("heddle-schedule 1\n: toy\n\n", "2: expected a header of the form 'key: value'");
    }

    @Test
    void anUnknownHeader() {
        refused(HEAD + "colour: red\n\n", "6: unknown header 'colour'; known are target, nodes,");
    }

    @Test
    void aHeaderTwice() {
        refused(HEAD + "seed: 8\n\n", "6: the header 'seed' stands here a second time");
    }

    @ParameterizedTest
    @CsvSource({"target", "nodes", "network", "seed"})
    void aMissingHeader(String key) {
        refused(HEAD.replaceAll(key + ": .*\n", "") + "\n", "5: the header '" + key + ": …' is missing");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1001", "three", "3.0", "99999999999999999999", "''"})
    void aNumberOfNodesThatIsNone(String nodes) {
        refused(HEAD.replace("nodes: 3", "nodes: " + nodes) + "\n", "3: 'nodes: " + nodes + "' is not a whole number");
    }

    @Test
    void aValueThatIsNoChoice() {
        refused(HEAD.replace("fifo", "tcp") + "\n", "4: 'network: tcp' is not one of fifo, udp");
        refused(HEAD + "timing: late\n\n", "6: 'timing: late' is not one of asynchronous, ordered");
        refused(HEAD.replace("seed: 7", "seed: x") + "\n", "5: 'seed: x' is not a whole number");
    }

    @Test
    void aBadEscapeInAHeader() {
        refused(HEAD + "violation: a\\x\n\n", "6: a backslash must be followed by");
        refused(HEAD + "bugs: a\\u12\n\n", "6: \\u must be followed by four hexadecimal digits");
    }

    @Test
    void anUnknownEvent() {
        refused(HEAD + "\nboot n1\nexplode n1\n", "8: unknown event 'explode'");
    }

    @Test
    void anEventOfAnotherForm() {
        refused(HEAD + "\n\ndeliver n1 -> n2 x\n", "8: expected the form 'deliver n1 -> n2 MESSAGE #1'");
        refused(HEAD + "\n# why\ncommand c1 -> n1 \\q\n", "8: a backslash must be followed by");
    }

    @Test
    void aLineOfMoreThanAMebibyte() throws ScheduleException {
        String most = "command c1 -> n1 " + "x".repeat(ScheduleFormat.MAX_LINE - "command c1 -> n1 ".length());
        assertEquals(1, ScheduleFormat.parse(HEAD + "\n" + most + "\n", "a", Faults.VOCABULARY).events().size());
        refused(HEAD + "\n" + most + "x\n", "7: the line is longer than 1 MiB");
    }

    @Test
    void aNulByte() {
        refused(HEAD + "\ncommand c1 -> n1 a\0b\n", "7: a NUL byte");
    }

    @Test
    void bytesThatAreNotUtf8(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((HEAD + "\nboot n1\ncommand c1 -> n1 é").getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("a.schedule"), bytes.toByteArray());
        String message = assertThrows(ScheduleException.class, () -> ScheduleFormat.read(file, Faults.VOCABULARY))
                .getMessage();
        assertEquals(file + ":8: not UTF-8 text, so not a schedule", message);
    }

    @Test
    void aCharacterThatIsCutAtTheEnd(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.schedule"), new byte[] {'h', '\n', (byte) 0xe6, (byte) 0xbc});
        String message = assertThrows(ScheduleException.class, () -> ScheduleFormat.read(file, Faults.VOCABULARY))
                .getMessage();
        assertEquals(file + ":2: not UTF-8 text, so not a schedule", message);
    }

    @Test
    void aFileTooLargeToBeASchedule(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.schedule");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((256L << 20) + 1);
        }
        String message = assertThrows(ScheduleException.class, () -> ScheduleFormat.read(file, Faults.VOCABULARY))
                .getMessage();
        assertEquals(file + ":1: the file is larger than 256 MiB", message);
    }

    @Test
    void aFileThatIsNotThere(@TempDir Path folder) {
        assertThrows(NoSuchFileException.class, () -> ScheduleFormat.read(folder.resolve("none"), Faults.VOCABULARY));
    }
}
