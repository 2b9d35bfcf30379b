package dev.heddle.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.Script;
import dev.heddle.harness.toy.ToyTarget;
import org.junit.jupiter.api.Test;

class TraceWriterTest {
    private static String trace(String lines) {
        ToyTarget target = ToyTarget.of(3, Bug.NONE);
        Schedule schedule = Script.schedule(lines);
        StringBuilder trace = new StringBuilder();
        try (Replayer replayer = new Replayer(target, target.invariants(), schedule.header())) {
            replayer.strict(schedule, new TraceWriter(line -> trace.append(line).append('\n')));
        }
        return trace.toString();
    }

    @Test
    void aStoryOfAnElectionACommandACrashAndAFailure() {
        assertEquals(
                """
                boot n1
                  n1 up: true
                  n1 leader: false
                  n1 votedFor: -
                  n1 votes: []
                  n1 notes: 0
                  n1 luck: 5db515e01a7efac1
                  arm n1 claim #1
                boot n2
                  n2 up: true
                  n2 leader: false
                  n2 votedFor: -
                  n2 votes: []
                  n2 notes: 0
                  n2 luck: 30cbcdde5fbe2f0a
                  arm n2 claim #1
                fire n1 claim #1
                  n1 votedFor: - -> n1
                  n1 votes: [] -> [n1]
                  send n1 -> n2 claim #1
                  send n1 -> n3 claim #1
                  arm n1 claim #2
                deliver n1 -> n2 claim #1
                  n2 votedFor: - -> n1
                  send n2 -> n1 grant #1
                deliver n2 -> n1 grant #1
                  n1 votes: [n1] -> [n1, n2]
                  submit n1 lead#1
                run n1 lead#1
                  n1 leader: false -> true
                command c1 -> n1 put 0
                  send c1 -> n1 put 0 #1
                deliver c1 -> n1 put 0 #1
                  send n1 -> n1/log c1 put 0 #1
                deliver n1 -> n1/log c1 put 0 #1
                  n1 notes: 0 -> 1
                  answer n1/log -> c1 ok put 0
                cut n1 -> n2
                crash n2
                  n2 up: true -> false
                recover n2
                  n2 up: false -> true
                  n2 leader: false
                  n2 votedFor: n1
                  n2 votes: []
                  n2 notes: 0
                  n2 luck: f96af57d00ef4107
                  arm n2 claim #2
                command c2 -> n2 boom
                  send c2 -> n2 boom #1
                deliver c2 -> n2 boom #1
                  uncaught in n2 java.lang.IllegalStateException: boom
                """,
                trace(
                        """
                        boot n1
                        boot n2
                        fire n1 claim #1
                        deliver n1 -> n2 claim #1
                        deliver n2 -> n1 grant #1
                        run n1 lead#1
                        command c1 -> n1 put 0
                        deliver c1 -> n1 put 0 #1
                        deliver n1 -> n1/log c1 put 0 #1
                        cut n1 -> n2
                        crash n2
                        recover n2
                        command c2 -> n2 boom
                        deliver c2 -> n2 boom #1
                        """));
    }
}
