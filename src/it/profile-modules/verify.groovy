import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSays(1, 'in its profile all, which this build leaves out because the profile is not active.')
    ran.buildSaysOnce(2, '3 of 15 versions in 3 packages deleted.')
    // What the company and the parent protect adds up.
    ['parent', 'one', 'two'].each { module ->
        assert ran.active("com.example.profiled.$module").toSet() == ['1.4.0', '1.3.0', '1.1.0', '1.0.0'].toSet()
    }
}
