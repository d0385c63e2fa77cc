import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    (0..7).each { github.state().publish('acme/shop', 'com.example.tripwire:shop', "1.${it}.0") }
}
