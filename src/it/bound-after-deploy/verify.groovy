import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ['shop', 'one', 'two'].each {  module ->
        assert ran.active("com.example.bound.$module").toSet() == ['1.4.0', '1.3.0'].toSet()
    }
    assert ran.github().deleted().size() == 9
    // One report for the whole reactor, after the last deploy.
    ran.buildSaysOnce(1, '9 of 15 versions in 3 packages deleted.')
    // If nothing is deployed, the goal has nothing to do and the build continues.
    ran.buildSaysOnce(2, 'prune-versions has nothing to do: no module that runs it in this build deploys.')
    ran.buildSaysOnce(2, 'BUILD SUCCESS')
}
