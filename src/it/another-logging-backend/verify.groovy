import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSays(1, 'token-would-be-logged', 'The logger org.apache.hc.client5.http.headers is on')
    ran.buildDoesNotSay(1, '] org.apache.hc.client5.http.headers: ', '] org.apache.hc.client5.http.impl.io.LenientHttpResponseParser: ')

    // Only the second build sent something, and it logged nothing from the client.
    assert ran.github().requests().count { it.path() == '/user' } == 1
    assert ran.github().requests().every { it.header('authorization').isPresent() }
    assert ran.github().deleted().toSet() == ['1.0.0', '1.1.0'].toSet()
    ran.buildDoesNotSay(2, 'org.apache.hc.')
    ran.holdsNoTraceOfTheOddToken()
}
