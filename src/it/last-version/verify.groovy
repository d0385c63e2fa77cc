import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.Event.What

ItCase.verify(context) { ran ->
    def json = { file -> new JsonSlurper().parseText(ran.text(file)) }
    def all = ['1.0.0', '1.1.0'].toSet()

    assert ran.active('com.example.last.kept') == ['1.1.0']
    ran.buildSays(1, 'the package would be empty without it')

    assert ran.active('com.example.last.failing').toSet() == all
    ran.buildSays(2, 'troubleshooting.html#plan-stopped', 'onLastVersion=fail')

    assert json('prune.json').totals.deleted == 2
    assert json('list.json').packages*.exists == [false]
    def ofPackages = ran.github().events().findAll { it.packageName() == 'com.example.last.whole' && it.version() == '' }
    assert ofPackages*.what() == [What.PACKAGE_DELETED, What.PACKAGE_RESTORED]
    assert json('restore.json').totals.restored == 1
    assert ran.active('com.example.last.whole').toSet() == all
}
