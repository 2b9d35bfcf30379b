def says = { String where, String what -> if (!where.contains(what)) throw new AssertionError("'$what' is missing") }
says new File(basedir, 'build.log').text,
        'com.example.BrokenScenario.define threw java.lang.IllegalStateException: there is no water'
def xml = new File(basedir, 'target/heddle-reports/TEST-com.example.BrokenScenario.xml').text
says xml, 'errors="1"'
says xml, 'there is no water'
return true
