import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    ['shop', 'one', 'two'].each { module ->
        ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].each { github.state().publish('acme/shop', "com.example.failing:$module", it) }
    }
    // Makes the registry refuse this module with a conflict, so that its build fails.
    ['1.4.0', '1.5.0'].each { version ->
        github.state().publish('acme/shop', 'com.example.failing:one', version)
        github.state().file('acme', 'com.example.failing:one', version, "one-${version}.pom", 'published before'.bytes)
    }
}
