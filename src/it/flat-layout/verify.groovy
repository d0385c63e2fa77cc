import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    // In a build that starts in a module, the poms of the others are not read.
    ran.buildSaysOnce(1, 'whose other modules this build leaves out, because it was not started there. So nothing is deleted')
    // The aggregator has all modules. The parent is not one of them and need not be.
    ran.buildDoesNotSay(2, 'So nothing is deleted')
    ['agg', 'a', 'b'].each { module ->
        assert ran.active("com.example.flat.$module").toSet() == ['2.0.2', '1.0.0'].toSet()
    }
    assert ran.github().deleted().toSorted() == ['1.1.0', '1.1.0', '1.1.0', '2.0.1']
}
