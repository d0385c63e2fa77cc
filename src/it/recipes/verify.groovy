import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def commands = ran.text('commands.txt').readLines()
    assert commands.size() >= 12
    assert commands.any { it.contains('applyPlan') } && commands.any { it.contains('restore-version') }
    commands.eachWithIndex { command, number ->
        def log = ran.text("command-${number}.log".toString())
        assert command.contains('-q ') || log.contains('BUILD SUCCESS')
    }
    // The commands of the page on CI prune the modules of the pom, those of the other page are dry runs.
    assert ran.active('com.example.app').size() == 8
    assert !ran.active('com.example.recipes.shop').contains('1.1')
}
