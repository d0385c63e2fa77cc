import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    ['shop', 'mod', 'other'].each { module ->
        ['1.0.0', '1.1.0'].each { github.state().publish('acme/shop', "com.example.replaced:$module", it) }
    }
}
