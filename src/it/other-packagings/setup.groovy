import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    ['shop', 'com.example.packaged.bundle'].each { module ->
        ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].each { github.state().publish('acme/shop', "com.example.packaged:$module", it) }
    }
}
