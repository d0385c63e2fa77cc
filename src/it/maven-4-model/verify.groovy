import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSaysOnce(1, '9 of 15 versions in 3 packages deleted.')
    ran.buildSays(2, 'So nothing is deleted')
    ['shop', 'one', 'two'].each { module ->
        assert ran.active("com.example.newer.$module").toSet() == ['1.4.0', '1.3.0'].toSet()
    }
}
