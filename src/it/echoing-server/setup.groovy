import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.EchoingServer
import io.github.ghpackages.stub.EchoingServer.Form

ItCase.start(basedir, context) {}
// Each read is tried four times, until the server refuses the token.
context.echo = EchoingServer.start(
        Form.GARBAGE_FIRST, Form.EVERY_LINE, Form.SECOND_CHUNK_SIZE, Form.HEADER_WITHOUT_COLON,
        Form.LENGTH, Form.STATUS, Form.EARLY_HINTS, Form.CHUNK_SIZE,
        Form.BAD_CHALLENGE)
['ghpackages.apiUrl', 'github.registry'].each { context.userProperties.setProperty(it, context.echo.url()) }
true
