assert new File(basedir, 'bar/target/heddle-reports/TEST-com.example.GlassScenario.xml').text.contains('failures="0"')
assert !new File(basedir, 'shop/target/heddle-reports').exists()
return true
