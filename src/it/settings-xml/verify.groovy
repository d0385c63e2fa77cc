import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def logs = ran.text('logs.txt').readLines().collect { new File(it) }
    assert logs.size() == (mavenVersion.startsWith('4') ? 10 : 9)
    logs.each { log ->
        def says = log.text
        assert says.contains('1.1.0') && says.contains('1.0.0') : log
        def server = log.name.startsWith('A-server-for') ? 'github-libraries' : 'github'
        assert says.contains("token from server '$server' of settings.xml".toString()) : log
        ['ghp_', 'proxy-secret', 'correct-horse'].each { assert !says.contains(it) : log }
    }
}
