import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    (0..15).each { github.state().publish('acme/progress', 'com.example.progress:app', "1.${it}") }
}
