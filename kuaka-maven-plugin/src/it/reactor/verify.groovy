String log = new File(basedir, 'build.log').text

def says = { String text -> assert log.contains(text) }

// Each migration is in the module of its entities, beside them.
assert new File(basedir, 'catalog/src/java/com/acme/catalog/migrations/M0001_initial.java').exists()
String orders = new File(basedir, 'orders/src/main/java/com/acme/orders/migrations/M0001_initial.java').text
assert orders.contains('@DependsOn("catalog.0001_initial")')

says 'Left to orders: its class path has these classes, too.'
says 'Left to app: its class path has these classes, too.'
says 'Left to the modules that it gathers: it has no sources and no resources of its own.'
assert !log.contains('Left to app, coverage')
assert !log.contains('Left to orders, coverage')
says 'No changes detected'
says 'Applying catalog.0001_initial... OK'
says 'Applying orders.0001_initial... OK'
says 'No problems found.'
says 'create table Book ('

says '+ Add field amount.price to OrderLine'
assert new File(basedir, 'orders/src/main/java/com/acme/orders/migrations').list().size() == 2
says 'Applying orders.0002'
says 'Tests run: 1, Failures: 0, Errors: 0'
says 'Unapplying orders.0002'
true
