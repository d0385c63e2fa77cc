import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    def publish = { module, versions ->
        versions.each { github.state().publish('acme/shop', "com.example.coherence:$module", it) }
    }
    publish('shop', ['1.0.0', '1.1.0', '1.2.0', '1.3.0'])
    publish('one', ['1.0.0', '1.1.0', '1.2.0', '1.3.0'])
    publish('two', ['1.0.0', '1.1.0', '1.3.0'])
}
