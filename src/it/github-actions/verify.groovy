import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def summary = ran.text('summary.md')
    assert summary.count('## ghpackages:prune-versions') == 3
    assert summary.count('## ghpackages:check-access') == 1
    assert summary.contains('Dry run: 3 of 6 versions in 1 package would be deleted.')
    assert summary.contains('| acme/com.example.actions.app | 6 | 3 | 3 |')
    assert summary.contains('<details><summary>acme/com.example.actions.lib: 3 versions, 1 kept, 2 deleted</summary>')
    assert summary =~ /To undo it: mvn ghpackages:restore-version -Dghpackages.journal=.*second.jsonl/
    assert summary.count('</summary>') == summary.count('<details>')
    assert !summary.contains('ghp_it')

    def output = ran.text('output.txt')
    def values = [:]
    (output =~ /(?s)([a-z-]+)<<(ghpackages_\S+)\n(.*?)\n\2\n/).each { values[it[1]] = it[3] }
    // The dry run plans three, the second deletes three, the third two; the failing build and ci=false add nothing.
    assert values['deleted'] == '5'
    assert values['to-delete'] == '8'
    assert values['kept'] == '7'
    assert values['failed'] == '0'
    assert values['journal'].readLines()*.replaceAll('.*/', '') == ['first.jsonl', 'second.jsonl']
    assert values['plan'].endsWith('plan.json')

    def lines = ran.log().readLines()
    assert lines.count { it == '::group::ghpackages:prune-versions' } == 3
    assert lines.count { it == '::endgroup::' } == lines.count { it.startsWith('::group::') }
    assert lines.count { it.startsWith('::error title=ghpackages%3Aprune-versions::Planning what to delete failed.%0A  Reason: No retention rule') } == 1
    assert lines.findAll { it.startsWith('::') }.every { it =~ /^::(group|endgroup|warning|error)/ }
    assert lines.every { !it.contains('::error::x') || it.startsWith('[') && !it.startsWith('[INFO] ::') }
    assert ran.active('com.example.actions.app').size() == 2
}
