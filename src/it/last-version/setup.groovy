import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    ['kept', 'failing', 'whole'].each { artifact ->
        ['1.0.0', '1.1.0'].each { version ->
            github.state().publish('acme/shop', "com.example.last:$artifact", version)
        }
    }
}
