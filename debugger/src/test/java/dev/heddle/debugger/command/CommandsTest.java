package dev.heddle.debugger.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.debugger.Counters;
import dev.heddle.debugger.Talk;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.StrategyFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every command shows and refuses. */
class CommandsTest {
    private final Talk talk = Talk.ofChain();

    @Test
    void aStepShowsItsEventAndWhatCameOfIt() {
        talk.say("step 4");
        assertEquals("""
                   5  deliver n1 -> n2 Count{1} #1
                      n2 count: 0 -> 1\
                """, talk.say("step"));
        assertEquals("""
                   6  fire n2 tick #1
                      send n2 -> n3 Count{2} #1
                      arm n2 tick #2
                   7  deliver n2 -> n3 Count{2} #1
                      n3 count: 0 -> 2
                      submit n3 note#1\
                """, talk.say("s 2"));
    }

    @Test
    void aNodeThatShowsItselfForTheFirstTimeDoesSoInOneLine() {
        assertEquals("""
                   1  boot n1
                      n1 up count=0 notes=0
                      arm n1 tick #1\
                """, talk.say("step"));
    }

    @Test
    void backShowsWhereItIs() {
        talk.say("goto 8");
        assertEquals("""
                after step 6 of 8: fire n2 tick #1
                next: deliver n2 -> n3 Count{2} #1\
                """, talk.say("back 2"));
        assertEquals("at the beginning of 8 steps\nnext: boot n1", talk.say("back 100"));
        assertTrue(talk.refused("back").contains("this is the beginning"));
        assertTrue(talk.say("goto 8", "back Count").contains("after step 7 of 8"));
        assertTrue(talk.refused("back n1.count>5").contains("still after step 7"));
    }

    @Test
    void pendingIsNumberedByPairAndSaysWhatHasToWait() {
        talk.say("goto 3", "fire n1", "fire n1", "command n3 5", "crash n3");
        assertEquals("""
                n1 -> n2
                   1  Count{1} #1
                   2  Count{1} #2  (waits: behind 1)
                timers
                   3  fire n1 tick #3  due in 50 ms
                   4  fire n2 tick #1  due\
                """, talk.say("pending"));
    }

    @Test
    void onUdpWhatIsForANodeThatIsDownWaitsForIt() {
        Talk udp = new Talk(Counters.upTo(100), "boot n1\nboot n2\nfire n1 tick #1\n", NetworkKind.UDP);
        assertTrue(udp.say("run", "cut n1 -> n2", "pending").contains("   1  Count{1} #1  (waits: cut off)"));
        assertTrue(udp.say("pending").contains("cut: n1 -> n2"));
        assertTrue(udp.say("heal all", "crash n2", "pending").contains("   1  Count{1} #1  (waits: n2 is down)"));
        assertTrue(udp.refused("deliver 1").contains("must wait: n2 is down"));
    }

    @Test
    void timersThatAreNotDueFirstHaveToWaitWhereTimeIsInOrder() {
        Header ordered = Header.of("counters", 3, 7).withTiming(Timing.ORDERED);
        Talk inOrder = new Talk(Counters.upTo(100), "boot n1\nboot n2\n", ordered);
        assertEquals("""
                timers
                   1  fire n1 tick #1  due in 50 ms
                   2  fire n2 tick #1  due in 50 ms  (waits: others are due first)\
                """, inOrder.say("goto 2", "pending").replaceFirst("(?s).*(?=timers)", ""));
        assertTrue(inOrder.refused("fire 2").contains("must wait: others are due first"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1               | deliver n1 -> n2 Count{1} #1
            deliver 1       | deliver n1 -> n2 Count{1} #1
            deliver Count   | deliver n1 -> n2 Count{1} #1
            deliver n1 n2   | deliver n1 -> n2 Count{1} #1
            drop 1          | drop n1 -> n2 Count{1} #1
            corrupt 1 variant 2 | corrupt n1 -> n2 Count{1} #1 variant 2
            duplicate Count | duplicate n1 -> n2 Count{1} #1
            fire n2         | fire n2 tick #1
            fire 4          | fire n3 tick #1
            crash n2        | crash n2
            cra n2          | crash n2
            cut n1 -> n3    | cut n1 -> n3
            skew n1 +5ms    | skew n1 +5ms
            command n1 7    | command c1 -> n1 7
            throw n2 during 1 | throw n2 during deliver n1 -> n2 Count{1} #1
            settle 3s       | settle 3s
            """)
    void everyLineOfAScheduleIsACommandAndCanBeShort(String line, String event) {
        talk.say("goto 4", line);
        // No handler of these takes an exception: then what happened is the delivery.
        String happened = event.startsWith("throw") ? "deliver n1 -> n2 Count{1} #1" : event;
        assertEquals(happened, talk.session().timeline().moment(5).event().line());
    }

    @Test
    void anAttemptThatComesToNothingIsSaid() {
        assertTrue(talk.say("goto 4", "crash n2 during 1 after write 1")
                .contains("it did not come to 'crash n2 during deliver n1 -> n2 Count{1} #1 after write 1'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stepp            | unknown command 'stepp'; did you mean step?
            s x              | 'x' is no number of steps
            step 0           | 'x' is no number of steps
            goto 9           | there is no step 9; there are 8
            goto             | something is missing; write goto N
            deliver 9        | nothing is pending under the number 9
            deliver Vote     | nothing pending fits 'Vote'
            fire tick        | fits 3 that are pending; name one by its number: 2 n1 tick #2, 3 n2 tick #1, 4 n3 tick #1
            crash n9         | there is no node 'n9' (known: n1, n2, n3)
            crash            | expected the form
            command n1 x     | 'x' is no count
            cut n1           | expected the form
            recover n1       | 'recover n1' is not possible here: n1 is up
            deliver n2 -> n1 Count{1} #1 | is not possible here: n2 has sent nothing to n1 so far
            until Cuont      | no step from here to the end fits 'Cuont'; still after step 4; no message, \
            timer or task of the kind 'Cuont' has come up so far; did you mean Count? (known: tick, Count, note)
            until n1.cuont=1 | n1 has no field 'cuont'; did you mean count?
            until n7.count=1 | 'n7.count' is no node's field: there is no node 'n7' (known: n1, n2, n3)
            until foo bar    | 'foo bar' is no place to stop at; a kind is one word
            until crash n7   | there is no node 'n7' (known: n1, n2, n3)
            break n1         | 'n1' is a node; write one of its fields (n1.FIELD), or an event (crash n1)
            back Cuont       | no step before this one fits 'Cuont'; still after step 4; no message
            save /dev/null/x | '/dev/null/x' cannot be written ('/dev/null' is no folder); name another file
            save --junit     | something is missing; write save FILE [--replace] [--junit]
            save --jnuit x   | there is no option '--jnuit'; write save FILE
            save bundled.schedule --junit | no test of what is bundled
            watch n1         | 'n1' is no node's field
            delete 3         | there is no breakpoint 3
            go 5 rnadom      | there is no strategy 'rnadom'; did you mean random?
            diff 1 2 3 n1    | write diff NODE
            diff n1 n2 n3    | write diff NODE, diff A NODE or diff A B NODE, with one node and steps from 0 to 8
            diff n1 n2       | write diff NODE
            diff 9 n1        | write diff NODE
            diff 1 n7        | there is no node 'n7' (known: n1, n2, n3)
            foo              | unknown command 'foo'; 'help' lists them
            state n0         | there is no node 'n0'
            list some        | write list or list all
            quit now         | 'now' is too much
            """)
    void whatIsWrongIsSaidWithACure(String line, String refusal) {
        talk.say("goto 4");
        String said = talk.refused(line);
        assertTrue(said.contains(refusal.replace("'x'", line.equals("step 0") ? "'0'" : "'x'")), said);
        assertEquals(4, talk.session().position());
        assertEquals(0, talk.session().edits());
    }

    @Test
    void atTheBeginningThereIsNothingToExplain() {
        assertTrue(talk.refused("why").contains("nothing has happened yet"));
    }

    @Test
    void untilStopsAtKindsEventsFieldsConditionsAndTheViolation() {
        for (String[] until : new String[][] {
            {"Count", "5"}, {"note", "8"}, {"fire", "4"}, {"fire n2 tick #1", "6"}, {"n3.count", "3"},
            {"n2.count=1", "5"}, {"n3.count>=2", "7"}, {"n3.notes > 0", "8"}, {"n2.up=true", "2"}, {"n3.count~2", "7"}
        }) {
            talk.say("goto 0", "until " + until[0]);
            assertEquals(Integer.parseInt(until[1]), talk.session().position(), until[0]);
        }
        Talk broken = new Talk(Counters.upTo(2), Talk.CHAIN);
        assertTrue(broken.say("until violation").contains("below violated by n3: a count of 2"));
    }

    @Test
    void aConditionThatHoldsAlreadyIsNotMetAgain() {
        talk.say("goto 5");
        assertTrue(talk.refused("until n2.count=1").contains("no step from here"));
    }

    @Test
    void breakpointsAndWatchesStopARunAStepAndTheFuzzer() {
        assertEquals("break 1: Count\nwatch 2: n3.notes", talk.say("break Count", "watch n3.notes"));
        assertTrue(talk.say("goto 3", "run").endsWith("break 1: Count"));
        assertEquals(5, talk.session().position());
        assertTrue(talk.say("step 10").endsWith("break 1: Count"));
        assertEquals(7, talk.session().position());
        assertTrue(talk.say("run").endsWith("watch 2: n3.notes"));
        assertEquals("   1  Count\n   2  n3.notes", talk.say("breaks"));
        assertEquals("   2  n3.notes", talk.say("delete 1", "breaks"));
        assertEquals("there is no breakpoint", talk.say("delete", "breaks"));
        talk.say("goto 3", "break Count", "until n3.count=2");
        assertEquals(5, talk.session().position());
        talk.say("delete", "goto 3", "forget", "break n2.count>=2");
        assertTrue(talk.say("go 500 1").contains("break 4: n2.count>=2"), talk.say("where"));
    }

    @Test
    void aBreakpointAtWhatHasNotComeUpIsKeptAndSaysSo() {
        assertEquals("""
                break 1: Cuont
                no message, timer or task of the kind 'Cuont' has come up so far; did you mean Count?\
                 (known: tick, Count, note)\
                """, talk.say("break Cuont"));
        assertEquals("break 2: Count", talk.say("break Count"));
        Talk nothing = new Talk(Counters.upTo(100), "");
        assertEquals("""
                break 1: Count
                no message, timer or task of the kind 'Count' has come up so far
                break 2: n1.count=1
                n1 has shown no field so far\
                """, nothing.say("break Count", "break n1.count=1"));
        assertTrue(nothing.say("boot", "fire n3", "deliver Count", "goto 0", "run").endsWith("break 1: Count"));
    }

    @Test
    void aViolationIsAnnouncedOnceWithItsNodes() {
        Talk broken = new Talk(Counters.upTo(2), Talk.CHAIN);
        String first = broken.say("run");
        assertTrue(first.endsWith("below violated by n3: a count of 2\n  n3 up count=2 notes=0"), first);
        assertTrue(broken.say("back", "step").endsWith("below violated by n3: a count of 2"));
        assertEquals("this is the end (below violated); nothing happens after it: 'back' goes back, and there 'pending'"
                + " lists what else can happen", broken.refused("step"));
    }

    @Test
    void whyGoesBackToWhatCameFromOutside() {
        assertEquals("""
                   8  run n3 note#1
                      because of step 7: deliver n2 -> n3 Count{2} #1
                      because of step 6: fire n2 tick #1
                      because of step 2: boot n2\
                """, talk.say("why step 8"));
        assertTrue(talk.say("goto 7", "why note").endsWith("because of step 2: boot n2"));
        assertTrue(talk.say("why step 1").endsWith("it came from outside: no step led to it"));
        assertTrue(talk.refused("why step 99").contains("there is no step 99"));
    }

    @Test
    void diffComparesANodeAtTwoSteps() {
        assertEquals("n3 between step 3 and step 8:\n  count: 0 -> 2\n  notes: 0 -> 1", talk.say("diff 3 8 n3"));
        talk.say("goto 8");
        assertEquals("n1 between step 7 and step 8: the same", talk.say("diff n1"));
    }

    @Test
    void listMarksWhatComesNextAndWhatCannotHappen() {
        String said = talk.say("goto 4", "drop 1", "list");
        assertTrue(said.endsWith("""
                   5  drop n1 -> n2 Count{1} #1
                >  -  deliver n1 -> n2 Count{1} #1
                   6  fire n2 tick #1
                   -  deliver n2 -> n3 Count{2} #1
                   -  run n3 note#1"""), said);
    }

    @Test
    void aChangeSaysWhatBecomesOfTheRest() {
        assertTrue(talk.say("goto 4", "drop 1").endsWith("the rest of the schedule: 1 of 4 events still happens,"
                + " 3 cannot, first 'deliver n1 -> n2 Count{1} #1'; at its end, after step 6, nothing is violated"));
        assertEquals("4 events taken out", talk.say("forget"));
    }

    @Test
    void fairEndsItByRule() {
        assertTrue(talk.say("goto 6", "fair").contains("2 steps followed by rule"), talk.say("where"));
        assertTrue(talk.say("history 2").contains("deliver n2 -> n3 Count{2} #1  (by rule)"));
    }

    @Test
    void checkAsksTheInvariantsHere() {
        assertEquals("every invariant holds after step 0", talk.say("check"));
        Talk broken = new Talk(Counters.upTo(2), Talk.CHAIN);
        assertEquals("below violated by n3: a count of 2", broken.say("goto 7", "check").lines()
                .reduce((a, b) -> b).orElse(""));
    }

    @Test
    void bootAloneBootsAll() {
        Talk nothing = new Talk(Counters.upTo(100), "");
        assertEquals(3, nothing.say("boot").lines().filter(l -> l.contains("  boot n")).count());
        assertTrue(nothing.refused("boot").contains("every node has booted"));
    }

    @Test
    void saveWritesWhatWasDoneAndKeepsWhatIsThere(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("kept.schedule");
        talk.say("goto 4", "drop 1");
        assertEquals("saved 5 events in " + file + ", replayed to the letter: nothing is violated",
                talk.say("save " + file));
        List<String> lines = Files.readAllLines(file);
        assertEquals("drop n1 -> n2 Count{1} #1", lines.get(lines.size() - 1));
        assertTrue(talk.refused("save " + file).contains("is there already"));
        talk.say("back", "save " + file + " --replace");
        assertEquals(lines.size() - 1, Files.readAllLines(file).size());
        assertEquals("'" + folder.resolve("no/where") + "' cannot be written (there is no folder "
                + folder.resolve("no")
                + "); name another file", talk.refused("save " + folder.resolve("no/where")));
        for (String name : List.of(folder.toString(), folder + " --replace")) {
            assertEquals("'" + folder + "' is a folder; name a file, such as " + folder.resolve("saved.schedule"),
                    talk.refused("save " + name));
        }
        assertTrue(talk.say("save --junit " + file + " --replace").endsWith("tested: 4 events in true"));
        assertFalse(Files.exists(Path.of("bundled.schedule")));
    }

    @Test
    void helpNamesEveryCommandAndEveryEvent() {
        String help = talk.say("help");
        for (String word : talk.interpreter().completions("")) {
            assertTrue(help.contains("  " + word), word);
            assertFalse(talk.say("help " + word).isEmpty(), word);
        }
        assertEquals("crash n1", talk.say("help crash"));
        assertTrue(talk.refused("help halp").contains("unknown command 'halp'; did you mean help?"));
    }

    @Test
    void theTabKeyOffersWhatFits() {
        talk.say("goto 4");
        assertTrue(talk.interpreter().completions("").containsAll(List.of("step", "back", "deliver", "crash")));
        assertEquals(List.of("n1", "n2", "n3"), talk.interpreter().completions("state "));
        assertEquals(List.of("n1", "n2", "Count", "tick"), talk.interpreter().completions("deliver n"));
        assertTrue(talk.interpreter().completions("until ")
                .containsAll(List.of("Count", "note", "n1.count", "violation")));
        assertEquals(List.of("n1", "n2", "n3"), talk.interpreter().completions("crash "));
        assertEquals(Strategies.all().stream().map(StrategyFactory::id).toList(),
                talk.interpreter().completions("go 5 "));
    }

    @Test
    void commentsAndEmptyLinesDoNothingAndQuitEnds() {
        assertTrue(talk.interpreter().execute("  # a comment"));
        assertTrue(talk.interpreter().execute(""));
        assertFalse(talk.interpreter().execute("quit"));
    }
}
