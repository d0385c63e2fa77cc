import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.When

ItCase.verify(context) { ran ->
    def builds = { name ->
        ran.github().state().files('acme', "com.example.compact:$name", '1.0-SNAPSHOT')
            .findAll { it.endsWith('.jar') }.collect { (it =~ /-(\d+)(-sources)?\.jar/)[0][1] as int }.toSet()
    }
    ran.buildSays(2, 'Dry run: 1 of 1 snapshot would be compacted, 26 builds and ')
    ran.buildSays(3, '1 of 1 snapshot compacted, 26 builds and ')
    assert builds('shop') == [5, 28, 29, 30, 31].toSet()
    assert ran.github().state().content('acme', 'com.example.compact:shop', '1.0-SNAPSHOT', 'maven-metadata.xml')
        .contains('<buildNumber>31</buildNumber>')

    // By the compaction, and by the consumer, whose Maven may ask without its login first.
    ['5', '29'].each { build ->
        assert ran.github().requests(When.method('GET')).count { it.path() ==~ /.*shop-.*-$build-sources.jar/ } >= 2
    }

    ran.buildSays(7, '0 of 1 snapshot compacted, 1 refused.', 'not-all-compacted')
    assert builds('refused') == (1..6).toSet()
    ran.buildSays(8, '-Dghpackages.resume=')
    ran.buildSays(10, 'acme/com.example.compact.between 1.0-SNAPSHOT: the builds that were to stay are in ')
    assert builds('between') == [1].toSet()
    ['later', 'deleting', 'uploading'].each { assert builds(it) == [5, 6].toSet() }
    assert ran.active('com.example.compact.shop').toSet() == ['0.9', '1.0-SNAPSHOT'].toSet()
}
