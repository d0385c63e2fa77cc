import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def json = { file -> new JsonSlurper().parseText(ran.text(file)) }
    def kept = (999..995).collect { "1.${it}.0".toString() }

    def prune = json('prune.json')
    assert prune.totals.kept == 5
    assert prune.totals.deleted == 995
    def versions = prune.packages[0].versions
    assert versions.findAll { it.verdict == 'keep' }*.name == kept
    def deleted = versions.findAll { it.outcome == 'deleted' }*.name.toSet()
    assert deleted.size() == 995
    assert ran.github().deleted().toSet() == deleted

    assert json('restore.json').totals.restored == 995
    assert ran.active('com.example.thousand.shop').size() == 1000
}
