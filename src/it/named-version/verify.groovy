import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def lib = new JsonSlurper().parseText(ran.text('prune.json')).packages.find { it.name == 'com.example.named.lib' }
    def named = lib.versions.find { it.name == '1.0.0' }

    assert [named.verdict, named.rule] == ['keep', 'guard']
    assert named.reason == 'named as a dependency in com.example.named:app'
    assert ran.active('com.example.named.lib').toSet() == ['1.2.0', '1.0.0'].toSet()
    assert ran.github().deleted() == ['0.9.0', '1.1.0']
}
