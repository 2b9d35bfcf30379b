package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input: exit code 2, one line that says what to do, valid JSON. */
class UsageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "fuz toy                              | unknown command 'fuz'; did you mean fuzz?",
        "--jsn                                | unknown option '--jsn'; did you mean --json?",
        "--seed 1 fuzz toy                    | the option --seed goes behind a command, as in fuzz --seed",
        "minimize x --bug toy                 | minimize has no option --bug; there is one of that name for fuzz",
        "fuzz toy -- --seed 3                 | the option --seed stands behind '--', where no options are read",
        "minimize x --jbos 1                  | unknown option '--jbos'; did you mean --jobs?",
        "fuzz toy -q                          | unknown option '-q' (see heddle fuzz --help)",
        "debug x.schedule                     | there is no file 'x.schedule'",
        "minimize                             | missing required parameter",
        "minimize no.schedule                 | there is no file 'no.schedule'",
        "minimize no.schedule --time soon     | --time",
        "''                                   | which command? one of fuzz, replay, minimize, debug, report, export,"
            + " audit, list, study, bench",
        "fuzz                                 | missing required parameter: 'TARGET'",
        "fuzz toi                             | unknown target 'toi'; did you mean toy?",
        "fuzz com.example.Mine                | say where it is with --classpath JARS",
        "fuzz com.example.Mine --classpath /no/such.jar | class path: there is no '/no/such.jar'",
        "fuzz toy --classpath target/classes  | 'toy' is bundled, so that --classpath has no effect: leave it out",
        "list toy --classpath target/classes  | 'toy' is bundled, so that --classpath has no effect",
        "list --classpath target/classes      | list com.example.MyScenario --classpath my.jar",
        "debug toy --classpath target/classes | 'toy' is bundled, so that --classpath has no effect",
        "audit toy --classpath target/classes | 'toy' is bundled, so that --classpath has no effect",
        "study toy --classpath target/classes | 'toy' is bundled, so that --classpath has no effect",
        "fuzz toy --classpath pom.xml         | class path: 'pom.xml' is neither a folder of classes nor a jar",
        "list --classpath pom.xml             | class path: 'pom.xml' is neither a folder of classes nor a jar",
        "export x --junit --classpath pom.xml | class path: 'pom.xml' is neither a folder of classes nor a jar",
        "fuzz toy --classpath=                | --classpath: there is no jar in ''; name the jars and folders",
        "fuzz toy --classpath src/*           | --classpath: there is no jar in 'src/*'",
        "fuzz toy --classpath no/such/*       | class path: cannot list the jars of 'no/such/*'; correct the folder",
        "fuzz toy toy                         | 'toy' is one argument too many",
        "fuzz toy --bgu x                     | unknown option '--bgu'; did you mean --bug?",
        "fuzz toy --bug greedy-54             | unknown bug 'greedy-54'; did you mean greedy-45?",
        "fuzz toy --bug raft-99               | ./heddle list toy shows them",
        "fuzz toy --bug greedy-45 --bug full-46 | replace the same rule",
        "fuzz toy --bug none --bug greedy-45  | --bug none goes with no other --bug",
        "fuzz toy --target-option polit=very  | unknown target option 'polit'; did you mean polite?",
        "fuzz toy --target-option fixed --nodes 7 | --nodes 7: toy has always the same 2 (n1, n2); leave --nodes out",
        "fuzz toy --bug greedy-45,full-46     | one bug each, as in --bug greedy-45 --bug full-46",
        "fuzz toy --out=                      | --out is empty",
        "replay x --trace=                    | --trace is empty",
        "replay x --trace /                   | --trace: '/' is a folder; name a file",
        "fuzz toy --target-option =x          | must be K or K=V",
        "fuzz toy --strategy randon           | unknown strategy 'randon'; did you mean random?",
        "fuzz toy --invariant fairshare       | unknown invariant 'fairshare'; did you mean fair-share?",
        "fuzz toy --invariant                 | missing the name after --invariant",
        "fuzz toy --network tcp               | unknown network 'tcp'",
        "fuzz toy --timing odered             | unknown timing 'odered'; did you mean ordered?",
        "fuzz toy --faults crsh               | unknown fault 'crsh'; did you mean crash?",
        "fuzz toy --invariant durability      | unknown invariant 'durability'",
        "fuzz toy --weights crash=1           | the fault 'crash' is off; switch it on with --faults crash",
        "fuzz toy --faults crash --weights heal=1 | switch it on with --faults crash,partition",
        "fuzz toy --weights drop=1            | 'drop' does not exist on a fifo network",
        "fuzz toy --faults drop               | 'drop' does not exist on a fifo network",
        "fuzz toy --faults none,crash         | --faults none stands alone",
        "fuzz toy --weights comand=3          | unknown weight 'comand'; did you mean command?",
        "fuzz toy --weights command=-1        | must be of the form KIND=NUMBER",
        "fuzz toy --weights timer=1,timer=2   | --weights 'timer' is given twice",
        "fuzz toy --weights timer=1e3         | (digits and a point)",
        "fuzz toy --target-option polite --target-option polite=very | 'polite' is given twice",
        "fuzz toy --weights command           | must be of the form KIND=NUMBER",
        "fuzz toy --nodes 0                   | --nodes must be from 1 to 1000",
        "fuzz toy --nodes four                | --nodes': 'four' is no whole number; write digits, as in 42",
        "fuzz toy --jobs 1.5                  | --jobs': '1.5' is no whole number",
        "fuzz toy --jobs 9999999999           | '9999999999' is out of range; write a number from -2147483648",
        "fuzz toy --executions ten            | --executions': 'ten' is no whole number",
        "fuzz toy --keep-going=maybe          | --keep-going': it takes no value; leave '=maybe' out",
        "fuzz toy --commands -1               | --commands must not be negative",
        "fuzz toy --executions 0              | --executions must be at least 1",
        "fuzz toy --time 60                   | a positive number and a unit",
        "fuzz toy --jobs 0                    | --jobs must be from 1",
        "study toy --jobs 0                   | --jobs must be from 1 to 1024, was 0",
        "minimize x --jobs 2000               | --jobs must be from 1 to 1024, was 2000",
        "fuzz toy --max-deliveries 0          | --max-deliveries must be at least 1",
        "fuzz toy --check-every 0             | --check-every must be at least 1",
        "fuzz toy --out /dev/null/x           | cannot write to '/dev/null/x' ('/dev/null' is no folder);"
            + " name another folder with --out DIR",
        "fuzz toy --out /proc/x               | cannot write to '/proc/x' (no file can be made in /proc)",
        "study toy --seeds 1 --out /dev/null  | results cannot be kept in '/dev/null' ('/dev/null' is no folder);"
            + " give another",
        "study toy --seeds 1 --out /proc/x    | (no file can be made in /proc)",
        "fuzz toy --seed x                    | --seed': 'x' is no whole number; write digits, as in 42",
        "fuzz toy --seed 99999999999999999999 | out of range; write a number from -9223372036854775808 to",
        "replay                               | missing required parameter: 'SCHEDULE'",
        "replay /no/such.schedule             | there is no file '/no/such.schedule'",
        "replay /                             | '/' is no file",
        "replay a b --trace t                 | --trace goes with one schedule",
        "replay a --times 0                   | --times must be at least 1",
        "audit toi                            | unknown target or schedule 'toi'; did you mean toy?",
        "audit nofile                         | a schedule is a file, a target of your own is a class name"
            + " with --classpath JARS",
        "debug nofile                         | unknown target or schedule 'nofile'",
        "audit toy --executions 1 --record /  | the recording '/' cannot be written (it is a folder)",
        "audit /no/such.schedule              | there is no file",
        "audit toy --executions 0             | --executions must be at least 1",
        "list toi                             | unknown target 'toi'; did you mean toy?",
        "bench --time soon                    | 'soon' is no duration",
    })
    void isRefused(String commandLine, String message) {
        List<String> arguments = new ArrayList<>(commandLine.isEmpty() ? List.of() : List.of(commandLine.split(" +")));
        Ran plain = Ran.toy(arguments.toArray(String[]::new));
        assertEquals(ExitCode.USAGE, plain.exit(), plain.toString());
        assertTrue(plain.err().startsWith("heddle: "), plain.err());
        assertTrue(plain.err().contains(message), plain.err());
        assertEquals(1, plain.err().lines().count(), plain.err());
        assertEquals("", plain.out());

        if (!arguments.isEmpty()) {
            arguments.add(1, "--json");
            Ran json = Ran.toy(arguments.toArray(String[]::new));
            assertEquals(ExitCode.USAGE, json.exit(), json.toString());
            assertEquals("error", json.json().get("outcome"));
            assertEquals(2L, json.json().get("exit"));
        }
    }

    @Test
    void stacksAreForDebuggingOnly() {
        assertTrue(Ran.toy("fuzz", "toi", "--debug").err().contains("\tat "));
        assertFalse(Ran.toy("fuzz", "toi").err().contains("\tat "));
    }

    @Test
    void helpAndVersionAreNoErrors() {
        for (String command : List.of("fuzz", "replay", "audit", "list", "bench")) {
            Ran help = Ran.toy(command, "--help");
            assertEquals(ExitCode.OK, help.exit());
            assertTrue(help.out().contains("Usage: heddle " + command), help.out());
        }
        Ran version = Ran.toy("--version");
        assertEquals(ExitCode.OK, version.exit());
        assertTrue(version.out().matches("(?s)Heddle .*\nJDK .*\nAkka .*\nScala .*\nAspectJ .*\n"), version.out());
    }

    @Test
    void aNegativeSeedIsASeed() {
        assertEquals(ExitCode.OK, Ran.toy("replay", "--help", "--debug").exit());
        assertTrue(Ran.toy("fuzz", "toy", "--seed", "-5", "--executions", "0").err().contains("--executions"));
    }
}
