def says = { String where, String what -> if (!where.contains(what)) throw new AssertionError("'$what' is missing") }
def reports = new File(basedir, 'target/heddle-reports')
def fuzz = new File(reports, 'TEST-com.example.GlassScenario.xml').text
says fuzz, 'tests="1" errors="0" skipped="0" failures="0"'
says fuzz, '<testcase name="fuzz seed 1, 50 executions" classname="com.example.GlassScenario"'
assert !new File(reports, 'wrong.txt').exists()
says new File(reports, 'com.example.GlassScenario.md').text, '| passed | fuzz seed 1, 50 executions |'
says new File(reports, 'TEST-heddle.replay.xml').text, '<testcase name="src/test/heddle/mended.schedule"'
def junit = new File(basedir, 'target/surefire-reports/TEST-com.example.GlassTest.xml').text
says junit, 'tests="2" errors="0" skipped="0" failures="0"'
says junit, 'name="neverSpills() mended.schedule"'
says junit, 'name="neverSpills() fuzz seed 1, 50 executions"'
// The corpus comes before the other tests, and those before fuzzing.
def log = new File(basedir, 'build.log').text
def order = [':replay', 'Running com.example.GlassTest', ':fuzz', ':verify'].collect { log.indexOf(it) }
assert !order.contains(-1) && order == order.sort(false)
// What the plugin's JVM says stands behind a level; Maven's own and that of the tests may warn of what is theirs.
if (log.readLines().any { it.startsWith('[') && it.contains('sun.misc.Unsafe') }) {
    throw new AssertionError('a warning of the JDK is in the log')
}
return true
