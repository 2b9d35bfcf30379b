def log = new File(basedir, 'build.log').text
def says = { String where, String what -> if (!where.contains(what)) throw new AssertionError("'$what' is missing") }
def run = 'target/heddle/com.example.ShopScenario-none-1'
def name = 'src/test/heddle/ShopScenario-nothing-oversold-1.schedule'
says log, 'nothing-oversold violated by warehouse: -1 are left'
says log, "mkdir -p src/test/heddle && cp -i $run/minimized.schedule $name"
// The reports are written before the build fails.
def xml = new File(basedir, 'target/heddle-reports/TEST-com.example.ShopScenario.xml').text
says xml, 'failures="1"'
says xml, 'left 0 -&gt; -1'
def found = new File(basedir, "$run/minimized.schedule").text
def kept = new File(basedir, name).text
assert found == kept && kept.readLines().count { it.startsWith('deliver ') } == 8
// The third build replays what the second kept, and gets no further.
def third = log.substring(log.lastIndexOf('Building finds'))
says third, name + ': nothing-oversold violated by warehouse'
says third, 'warehouse left: 0 -> -1'
// It tells of it what the goal fuzz told of its find, and where it can be looked at.
says third, '# Then nothing-oversold is broken: -1 are left.'
says third, 'replay it alone:'
says third, 'look at it: target/heddle/ShopScenario-nothing-oversold-1.schedule.html'
assert new File(basedir, 'target/heddle/ShopScenario-nothing-oversold-1.schedule.html').text.contains('Heddle report')
if (third.contains(':fuzz')) throw new AssertionError('the third build fuzzes')
says new File(basedir, 'target/heddle-reports/TEST-heddle.replay.xml').text, 'failures="1"'
// This project is the one that people are told to write.
def told = new File(basedir, '../../../../docs/getting-started.md').text
['main/java/com/example/Shop', 'main/java/com/example/Warehouse', 'test/java/com/example/ShopScenario'].each {
    says told, new File(basedir, "src/${it}.java").text
}
return true
