// What a person sees of it all.
String log = new File(basedir, 'build.log').text

def says = { String text -> assert log.contains(text) }

assert new File(basedir, 'src/main/java/com/acme/shop/migrations/M0001_initial.java').exists()
says "Migrations for 'shop':"
says 'Applying shop.0001_initial... OK'

says "The models of app 'shop' have changes without a migration. Run 'mvn kuaka:makemigrations'."
says '-Dkuaka.answers=FILE'
says '~ Rename field name on Customer to fullName'
says 'Note: Hibernate 6.6 read the entities before, and Hibernate 7.4 does now.'
says 'missing column [fullName] in table [Customer]'
says 'Tests run: 1, Failures: 0, Errors: 0'
says 'No problems found.'

assert new File(basedir, 'target/classes/META-INF/kuaka/migrations').readLines().size() == 2
says 'Wrote target/classes/META-INF/kuaka/migrations.index.'

says 'Unapplying shop.0002'
says '[X] 0001_initial'
says ' [ ] 0002'
says 'alter table Customer rename column fullName to name;'
says 'Skipped.'
says 'No changes detected'
assert !log.contains('secret')
true
