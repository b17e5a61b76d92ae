// What a person sees of it all, and what the packaged application does with a database that lacks a migration.
String log = new File(basedir, 'build.log').text
assert new File(basedir, 'src/main/java/com/acme/shop/migrations/M0001_initial.java').exists()
assert log.contains('Applying shop.0001_initial... OK')
assert log.contains('+ Add field phoneNumber to Customer')
assert log.contains('No problems found.')
assert log.contains('Unapplying shop.0002')
// H2 keeps this database open until the JVM ends.
assert !log.contains('NoClassDefFoundError')

def java = System.getProperty('java.home') + '/bin/java'
def process = new ProcessBuilder(java, '-XX:TieredStopAtLevel=1', '-jar', 'target/shop-1.0.jar').directory(basedir).redirectErrorStream(true).start()
String output = process.inputStream.text
new File(basedir, 'application.log') << output
assert process.waitFor() == 0
assert output.contains('Applied shop.0002')
assert output.contains('Customers: 0')
true
