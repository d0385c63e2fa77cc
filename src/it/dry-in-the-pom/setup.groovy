import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    ['child', 'live'].each { module ->
        ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].each { version ->
            github.state().publish('acme/shop', "com.example.careful:$module", version)
        }
    }
    github.state().publish('acme/shop', 'com.example.careful:live', '0.1-größe')
}
