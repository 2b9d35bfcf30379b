package dev.heddle.report.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.schedule.Escapes;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.report.Courier;
import dev.heddle.report.Point;
import dev.heddle.report.SpaceTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportTest {
    private static final SpaceTime PARCEL = Courier.of(2).followed(NetworkKind.FIFO, "boot n1", "boot n2",
            "command c1 -> n1 go", "deliver c1 -> n1 go #1", "deliver n1 -> n2 Parcel{go} #1");

    private static SpaceTime overloaded() {
        List<String> lines = new ArrayList<>(List.of("boot n1", "boot n2"));
        for (String what : List.of("a", "b", "c")) {
            lines.addAll(List.of("command c1 -> n1 " + what, "deliver c1 -> n1 " + what + " #1",
                    "deliver n1 -> n2 Parcel{" + what + "} #1"));
        }
        return Courier.of(2).followed(NetworkKind.FIFO, lines);
    }

    @Test
    void aSequenceDiagramShowsMessagesWhereTheyArrive() {
        assertEquals("""
                sequenceDiagram
                  actor p0 as c1
                  participant p1 as n1
                  participant p2 as n2
                  Note over p1: 1. n1 starts
                  Note over p2: 2. n2 starts
                  Note over p0: 3. c1 asks n1 to go
                  p0->>p1: 4. go
                  p1-->>p0: passed on
                  p1->>p2: 5. Parcel#123;go#125;
                  Note over p2: parcels 0 → 1, last none → Parcel#123;go#125;
                """, new Mermaid().write(PARCEL));
    }

    @Test
    void aSequenceDiagramShowsWhatIsLostAndWhatBreaks() {
        String lost = new Mermaid().write(Courier.of(2).followed(NetworkKind.FIFO, "boot n1", "boot n2",
                "command c1 -> n1 go", "deliver c1 -> n1 go #1", "partition n1 | n2"));
        assertTrue(lost.contains("  Note over p0,p2: 5. the network parts n1 from n2\n"), lost);
        assertTrue(lost.contains("  p1-xp2: LOST Parcel#123;go#125;\n"), lost);
        String broken = new Mermaid().write(overloaded());
        assertTrue(broken.endsWith("""
                  rect rgb(255, 214, 210)
                  Note over p0,p2: load is broken#58; n2 has three parcels
                  end
                """), broken);
    }

    @Test
    void noContentsCanBreakASequenceDiagram() {
        String hostile = "x; %% <b>\"end\"\nend #quot; `;--> n2: y";
        SpaceTime execution = Courier.of(2).followed(NetworkKind.FIFO, "boot n1",
                "command c1 -> n1 " + Escapes.escape(hostile));
        String line = new Mermaid().write(execution).lines().reduce((a, b) -> b).orElseThrow();
        assertTrue(line.startsWith("  Note over p0: 2. c1 asks n1 to x#59; #37;#37; #60;b#62;#34;end#34;#10;end"),
                line);
        assertFalse(line.replaceAll("#\\d+;", "").matches(".*[#;<>%\"`{}].*"), line);
    }

    @Test
    void ofALongExecutionASequenceDiagramShowsTheEnd() {
        List<String> lines = new ArrayList<>(List.of("boot n1"));
        for (int i = 1; i <= 2_000; i++) {
            lines.add("command c1 -> n1 number " + i);
        }
        String diagram = new Mermaid().write(Courier.of(1).followed(NetworkKind.FIFO, lines));
        assertTrue(diagram.length() < 41_000, () -> "it has " + diagram.length());
        assertTrue(diagram.contains("earlier steps are left out"), diagram);
        assertTrue(diagram.endsWith("2001. c1 asks n1 to number 2000\n"), diagram);
    }

    @Test
    void aShiVizLogHasVectorClocksAndTellsHowItIsRead() {
        assertEquals("""
                (?<host>\\S*) (?<clock>{.*})\\n(?<event>.*)

                n1 {"n1":1}
                1. boot n1
                n2 {"n2":1}
                2. boot n2
                c1 {"c1":1}
                3. command c1 -> n1 go
                n1 {"c1":1,"n1":2}
                4. deliver c1 -> n1 go #1
                n2 {"c1":1,"n1":2,"n2":2}
                5. deliver n1 -> n2 Parcel{go} #1; parcels 0 -> 1; last none -> Parcel{go}
                """, new ShiViz().write(PARCEL));
    }

    @Test
    void shiVizReadsEveryEventOfALog() throws IOException {
        String hostile = Escapes.escape("a\nn1 {\"n1\":9}\n$ ^ (?<host>x) {");
        SpaceTime execution = Courier.of(2).followed(NetworkKind.UDP, "boot n1", "boot n2", "partition n1 | n2",
                "command c1 -> n1 " + hostile, "deliver c1 -> n1 " + hostile + " #1", "heal all",
                "deliver n1 -> n2 Parcel{" + hostile + "} #1", "crash n1", "recover n1");
        for (SpaceTime one : List.of(PARCEL, execution, overloaded())) {
            List<ShiVizLog.Event> events = ShiVizLog.read(new ShiViz().write(one)).events();
            assertEquals(one.points().size(), events.size());
            for (int i = 0; i < events.size(); i++) {
                Point point = one.points().get(i);
                assertEquals(point.lane() == null ? "network" : point.lane(), events.get(i).host());
                assertTrue(events.get(i).text().startsWith(point.number() + ". " + point.event().split(" ")[0]),
                        events.get(i).text());
                for (int cause : point.causes()) {
                    ShiVizLog.Event earlier = events.get(cause - 1);
                    assertTrue(events.get(i).clock().get(earlier.host()) >= earlier.clock().get(earlier.host()),
                            "step " + cause + " came before " + events.get(i));
                }
            }
        }
    }

    @Test
    void theJsonObjectTellsEverything() {
        String json = new JsonEvents().write(PARCEL);
        assertTrue(json.startsWith("{\"heddleEvents\":1,\"target\":\"courier\",\"bugs\":[],\"network\":\"fifo\","
                + "\"timing\":\"asynchronous\",\"seed\":\"7\",\"deliveries\":4,\"externals\":3,\"violation\":null,"
                + "\"lanes\":[{\"name\":\"c1\",\"kind\":\"client\"},"), json);
        assertTrue(json.contains("{\"id\":3,\"kind\":\"message\",\"from\":\"n1\",\"to\":\"n2\",\"text\":\"Parcel{go}\","
                + "\"occurrence\":1,\"sent\":4,\"ended\":5,\"fate\":\"delivered\"}"), json);
        assertTrue(json.endsWith("{\"step\":5,\"kind\":\"deliver\",\"event\":\"deliver n1 -> n2 Parcel{go} #1\","
                + "\"words\":\"n2 gets Parcel{go} from n1\",\"lane\":\"n2\",\"message\":3,\"causes\":[2,4],"
                + "\"changes\":[{\"field\":\"parcels\",\"before\":\"0\",\"after\":\"1\"},"
                + "{\"field\":\"last\",\"before\":\"none\",\"after\":\"Parcel{go}\"}]}]}\n"), json);
    }
}
