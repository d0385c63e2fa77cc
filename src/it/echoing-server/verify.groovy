import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    context.echo.close()
    assert context.echo.requests() == 9
    ran.buildSays(1, '[DEBUG]')
    ran.noBuildSays('Garbage in response')
    ran.noBuildSays('http-outgoing')
    ran.noBuildSays('##[error]')
    ran.noBuildSays('\u001b[31m')
    ran.holdsNoTraceOfTheOddToken()

    // One message, with its URL alone on a line, so that a terminal links it correctly.
    def help = 'https://ghpackages.github.io/ghpackages-maven-plugin/troubleshooting.html#'
    ran.buildSaysOnce(1, "\n[ERROR]   ${help}connection-failed\n".toString())
    ran.buildSaysOnce(2, "\n[ERROR]   ${help}connection-failed\n".toString())
    ran.buildSaysOnce(2, 'Reason: ')
    ran.buildSaysOnce(2, 'Bad chunk header')
    ran.buildSaysOnce(3, "\n[ERROR]   ${help}token-rejected\n".toString())
}
