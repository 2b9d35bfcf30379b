package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    private Path folder;

    private Path schedule;
    private Path corpus;

    @BeforeEach
    void aSchedule() throws IOException {
        corpus = folder.resolve("corpus");
        schedule = schedule("minimized.schedule", "com.example.Shop$Till", "fifo");
    }

    private Path schedule(String name, String target, String network) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n",
                "heddle-schedule 1", "target: " + target, "nodes: 1", "network: " + network, "seed: 1",
                "violation: no-loss in Till", "", "boot till", ""));
    }

    private Ran export(Path file, String... more) {
        return Ran.toy(Stream.concat(Stream.of("export", file.toString(), "--junit", "--corpus", corpus.toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(corpus)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theScheduleIsKeptAndTheClassPrinted() throws IOException {
        Ran ran = export(schedule);
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
        assertEquals(List.of("Till-no-loss.schedule"), kept());
        assertEquals(Files.readString(schedule), Files.readString(corpus.resolve("Till-no-loss.schedule")));
        assertEquals(String.join("\n",
                "kept as " + corpus.resolve("Till-no-loss.schedule"),
                "package com.example;",
                "",
                "import dev.heddle.junit.HeddleTest;",
                "",
                "/** Replays the schedules of " + corpus + " that are about the scenario, then fuzzes it. */",
                "class ShopTest {",
                "    @HeddleTest(value = Shop.Till.class, corpus = \"" + corpus + "\")",
                "    void holds() {}",
                "}",
                ""), ran.out());
    }

    @Test
    void theSameScheduleIsKeptOnceAndAnotherBesideIt() throws IOException {
        export(schedule);
        export(schedule);
        assertEquals(List.of("Till-no-loss.schedule"), kept());
        Files.writeString(schedule, Files.readString(schedule) + "crash till\n");
        export(schedule);
        assertEquals(List.of("Till-no-loss-2.schedule", "Till-no-loss.schedule"), kept());
    }

    @Test
    void aNameOfItsOwnIsKeptAndTheClassIsWrittenWhereItIsWanted() throws IOException {
        Path sources = folder.resolve("sources");
        Path own = schedule("twice.schedule", "com.example.Till", "udp");
        Ran ran = export(own, "--out", sources.toString(), "--class", "org.tests.TillIT");
        Path written = sources.resolve("org/tests/TillIT.java");
        assertEquals(List.of("twice.schedule"), kept());
        assertTrue(ran.out().contains("written to " + written), ran.out());
        String source = Files.readString(written);
        assertTrue(source.startsWith("package org.tests;\n\nimport com.example.Till;\n"
                + "import dev.heddle.junit.HeddleTest;\nimport dev.heddle.harness.schedule.NetworkKind;\n"), source);
        assertTrue(source.contains("@HeddleTest(value = Till.class, network = NetworkKind.UDP, corpus = "), source);

        Files.writeString(written, source + "// mine\n");
        ran = export(own, "--out", sources.toString(), "--class", "org.tests.TillIT");
        assertTrue(ran.out().contains("replayed by " + written), ran.out());
        assertTrue(Files.readString(written).endsWith("// mine\n"));
        Files.writeString(written, "class Mine {}");
        assertEquals(ExitCode.USAGE, export(own, "--out", sources.toString(), "--class", "org.tests.TillIT").exit());
    }

    @Test
    void jsonIsOneObject() {
        Ran ran = export(schedule, "--json");
        assertEquals("exported", ran.json().get("outcome"));
        assertEquals(corpus.resolve("Till-no-loss.schedule").toString(), ran.json().get("schedule"));
        assertTrue(ran.json().containsKey("test"));
        assertTrue(ran.json().get("source").toString().contains("@HeddleTest("), ran.out());
    }

    @Test
    void whatCannotBeExportedIsRefused() throws IOException {
        assertEquals(ExitCode.USAGE, Ran.toy("export", schedule.toString()).exit());
        Ran misplaced = Ran.toy("export", schedule.toString(), "--mermaid", "--out", "x.md");
        assertEquals(ExitCode.USAGE, misplaced.exit());
        assertTrue(misplaced.err().contains("write to a file with --output"), misplaced.err());
        Ran bundled = export(schedule("raft.schedule", "raft", "fifo"));
        assertEquals(ExitCode.USAGE, bundled.exit());
        assertTrue(bundled.err().contains("bundled target 'raft'"), bundled.err());
        assertEquals(ExitCode.USAGE, export(schedule, "--class", "no class").exit());
        assertEquals(ExitCode.USAGE, export(folder.resolve("absent")).exit());
    }
}
