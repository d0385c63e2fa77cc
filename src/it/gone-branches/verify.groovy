import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSays(1, 'Dry run: 2 of 6 versions in 1 package would be deleted.', 'its branch old-idea is gone', 'its pull request 7 is gone')
    ran.buildSays(2, '2 of 6 versions in 1 package deleted.')
    assert ran.github().deleted() .toSet() == ['1.0-old-idea-SNAPSHOT', '1.0-PR7-SNAPSHOT'].toSet()
}
