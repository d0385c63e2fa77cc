import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def json = { file -> new JsonSlurper().parseText(ran.text(file)) }
    def modules = ['com.example.shop.shop', 'com.example.shop.catalog', 'com.example.shop.orders', 'com.example.shop.web']
    def five = ['1.3.0-SNAPSHOT', '1.2.0', '1.2.0-rc1', '1.1.0', '1.0.0']

    modules.each { module -> five.each { version -> ran.buildSays(6, module, version) } }

    def prune = json('prune.json')
    assert prune.packages*.name.sort() == modules.sort(false)
    prune.packages.each { pruned ->
        assert pruned.versions*.name == five
        assert pruned.versions.findAll { it.verdict == 'delete' }*.name == ['1.1.0', '1.0.0']
        assert pruned.versions.findAll { it.verdict == 'delete' }*.outcome == ['deleted', 'deleted']
    }
    assert prune.totals.kept == 12
    assert prune.totals.toDelete == 8
    assert prune.totals.deleted == 8
    assert new File(prune.journal).file

    json('deleted.json').packages.each { assert it.versions*.name == ['1.1.0', '1.0.0'] }

    def restore = json('restore.json')
    assert restore.totals.restored == 8
    json('active.json').packages.each { assert it.versions*.name == five }
    modules.each { module ->
        assert ran.active(module).toSet() == five.toSet()
    }
    assert ran.github().deleted().sort(false) == ['1.0.0'] * 4 + ['1.1.0'] * 4
    assert ran.github().state().files('acme', 'com.example.shop.web', '1.0.0').contains('web-1.0.0.jar')
}
