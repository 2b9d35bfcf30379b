def log = new File(basedir, 'build.log').text
def says = { String where, String what -> if (!where.contains(what)) throw new AssertionError("'$what' is missing") }
says log, 'never-spills violated by glass: there are 4 drops'
says log, 'mkdir -p src/test/heddle && cp target/heddle/com.example.GlassScenario-spills-1/minimized.schedule' +
        ' src/test/heddle/GlassScenario-never-spills-1.schedule'
// The reports are written before the build fails.
def xml = new File(basedir, 'target/heddle-reports/TEST-com.example.GlassScenario.xml').text
says xml, 'failures="1"'
says xml, 'drops 3 -&gt; 4'
def found = new File(basedir, 'target/heddle/com.example.GlassScenario-spills-1/minimized.schedule').text
def kept = new File(basedir, 'src/test/heddle/GlassScenario-never-spills-1.schedule').text
assert found == kept && kept.readLines().count { it.startsWith('deliver c') } == 4
// The third build replays what the second kept, and gets no further.
def third = log.substring(log.lastIndexOf('Building finds'))
says third, 'src/test/heddle/GlassScenario-never-spills-1.schedule: never-spills violated by glass'
says third, 'glass drops: 3 -> 4'
if (third.contains(':fuzz')) throw new AssertionError('the third build fuzzes')
says new File(basedir, 'target/heddle-reports/TEST-heddle.replay.xml').text, 'failures="1"'
