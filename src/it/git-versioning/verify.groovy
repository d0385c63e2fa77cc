import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSays(1, 'Building one 1.4.0')
    ran.buildSaysOnce(1, '4 of 10 versions in 2 packages deleted.')
    // The poms reference 0 as their parent, whatever the extension makes of it.
    ['shop', 'one'].each { module ->
        assert ran.active("com.example.branched.$module").toSet() == ['1.4.0', '1.3.0', '0'].toSet()
    }
}
