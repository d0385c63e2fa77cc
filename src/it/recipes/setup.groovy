import io.github.ghpackages.it.ItCase
import io.github.ghpackages.it.RunningMaven

ItCase.start(basedir, context) { github ->
    ['com.example:app', 'com.example:lib', 'com.example.recipes:shop'].each { name ->
        (1..6).each { github.state().publish('acme/shop', name, "1.${it}") }
        github.state().publish('acme/shop', name, '2.0-SNAPSHOT')
        github.state().publish('acme/shop', name, '2.0-rc1')
    }
    def pages = new File(basedir, '../../../src/site/markdown')
    def commands = ['ci-recipes.md', 'migrate.md'].collectMany { page ->
        new File(pages, page).readLines().findAll { it =~ /mvn .*ghpackages:/ && !it.startsWith('|') }.collect { line ->
            line.replaceFirst(/.*?mvn /, '').replaceFirst(/'$/, '').trim()
        }
    }
    // Each as the shell of the CI passes it on; a journal can be written only once, and settings.xml is that of the case.
    new File(basedir, 'plan').mkdirs()
    commands.eachWithIndex { command, number ->
        def words = command.replace('-s settings.xml ', '').replace('${BUILD_NUMBER}', '7').split(' ') as List
        new File(basedir, 'target/journal.jsonl').with { it.exists() && !command.contains('restore-version') && it.delete() }
        // So that each has something to do.
        github.state().publish('acme/shop', 'com.example.recipes:shop', "1.${10 + number}".toString())
        RunningMaven.start(basedir, context, localRepositoryPath, "command-$number".toString(), words).succeeds()
    }
    new File(basedir, 'commands.txt').text = commands.join('\n')
}
