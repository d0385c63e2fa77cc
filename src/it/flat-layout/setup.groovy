import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    ['agg', 'a', 'b'].each { module ->
        ['1.0.0', '1.1.0'].each { github.state().publish('acme/shop', "com.example.flat:$module", it) }
    }
}
