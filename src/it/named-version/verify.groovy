import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def lib = new JsonSlurper().parseText(ran.text('prune.json')).packages.find { it.name == 'com.example.named.lib' }
    def reasons = lib.versions.findAll { it.rule == 'guard' }.collectEntries { [it.name, it.reason] }

    def shop = 'com.example.named:shop'
    assert reasons == [
        '1.0.0': 'referenced as a dependency in com.example.named:app',
        '0.8.1': "referenced as com.example.named:lib:0.8.1 in $shop".toString(),
        '0.8.0': "referenced as com.example.named:lib:0.8.0 in $shop".toString(),
        '0.7.0': "referenced as com/example/named/lib/0.7.0 in $shop".toString(),
        '0.6.0': 'referenced as the relocation in com.example.named:app',
    ]
    assert ran.active('com.example.named.lib').toSet() == ['1.2.0', '1.0.0', '0.8.1', '0.8.0', '0.7.0', '0.6.0'].toSet()
    assert ran.github().deleted() == ['0.9.0', '1.1.0']
}
