import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ['one', 'two'].each { name ->
        assert ran.active("com.example.lib.$name").toSet() == ['1.2', '1.3', '1.4'].toSet()
        assert ran.active("com.example.app.$name") == ['1.4']
    }
    ran.buildSays(1, '4 of 10 versions in 2 packages deleted.')
    ran.buildSays(2, '8 of 10 versions in 2 packages deleted.')
    ran.buildSays(3, 'Nothing to delete: 6 versions in 2 packages kept.')
    ran.buildSays(4, '2 packages not listed again: unchanged since a run that found nothing to delete there (stateFile).')
}
