import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    ['0.6.0', '0.7.0', '0.8.0', '0.8.1', '0.9.0', '1.0.0', '1.1.0', '1.2.0'].each { github.state().publish('acme/shop', 'com.example.named:lib', it) }
}
