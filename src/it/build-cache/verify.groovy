import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSays(2, 'Found cached build')
    ran.buildSaysOnce(2, '9 of 15 versions in 3 packages deleted.')
    ['shop', 'one', 'two'].each { module ->
        assert ran.active("com.example.cached.$module").toSet() == ['1.4.0', '1.3.0'].toSet()
    }
}
