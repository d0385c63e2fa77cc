import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def json = { file -> new JsonSlurper().parseText(ran.text(file)) }

    assert json('list.json').packages*.name ==
        ['com.example.owner.shop', 'com.example.owner.shop-test', 'com.example.owner.tool']
    assert json('list.json').packages[0].versionCount == 4

    def listed = json('versions.json').packages
    assert listed*.name == ['com.example.owner.shop']
    assert listed[0].versions*.name == ['1.0']

    assert ran.active('com.example.owner.tool') == ['1.1']

    assert ran.active('@acme/widgets') == ['2.0.0']

    ran.buildSays(5, 'it also has the tags latest, which versions does not name', 'The requested versions')
    assert ran.active('image') == ['sha256:1']

    ran.buildSays(6, 'the whole package was requested')
    assert json('back.json').packages[0].versions.collect { [it.name, it.outcome] } ==
        [['1.1', 'restored'], ['1.0', 'restored']]
    assert ran.active('com.example.owner.shop-test') == ['1.1', '1.0']

    ran.buildSays(8, 'packages=com.example.nobody.* matches no package of acme in acme/shop.', 'nothing-to-work-on')
}
