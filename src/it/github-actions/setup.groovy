import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    // Whoever publishes a version chooses its name.
    github.state().publish('acme/shop', 'com.example.actions:app', '0.1</summary>|`::error::x')
    (1..5).each { github.state().publish('acme/shop', 'com.example.actions:app', "1.${it}") }
    (1..3).each { github.state().publish('acme/shop', 'com.example.actions:lib', "1.${it}") }
}
