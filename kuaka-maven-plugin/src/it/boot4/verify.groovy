// What a person sees of it all, and what the packaged application does with the database.
String log = new File(basedir, 'build.log').text

def says = { String text, String where -> assert where.contains(text) }

assert new File(basedir, 'src/main/java/com/acme/shop/migrations/M0001_initial.java').exists()
says 'Applying shop.0001_initial... OK', log
says '+ Add field phoneNumber to Customer', log
says 'No problems found.', log
says 'Unapplying shop.0002', log
says 'create table customer', log

def java = System.getProperty('java.home') + '/bin/java'

def run = { List<String> arguments ->
    def process = new ProcessBuilder([java, '-XX:TieredStopAtLevel=1'] + arguments).directory(basedir).redirectErrorStream(true).start()
    String output = process.inputStream.text
    new File(basedir, 'application.log') << output
    assert process.waitFor() == 0
    output
}

// The jar with jars in it finds the migrations, and Hibernate is content with the tables.
def first = run(['-jar', 'target/shop-1.0.jar'])
says 'Applied shop.0002', first
says 'Customers: 0', first

// The index that was packaged with the classes, the one in the jar with jars in it as well, spares it their loading.
def quick = run(['-Xlog:class+load', '-jar', 'target/shop-1.0.jar', '--kuaka.check-models=off'])
says 'no migrations were pending', quick
says 'com.acme.shop.ShopApplication', quick
assert !quick.contains('com.acme.shop.migrations.')

// Boot 4.1 packages another Hibernate.
says 'Customers: 0', run(['-jar', 'target/shop-newest.jar'])

// The migrations are found by the application, too, that was taken out of it, with its libraries named in a manifest.
run(['-Djarmode=tools', '-jar', 'target/shop-1.0.jar', 'extract', '--destination', 'target/extracted'])
says 'no migrations were pending', run(['-jar', 'target/extracted/shop-1.0.jar'])
true
