import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.Fault

ItCase.start(basedir, context) { github ->
    ['shop', 'core', 'web'].each { github.state().publish('acme/shop', "com.example.recycle:$it", '0.9') }
    github.fault(
        { request ->
            def login = request.header('authorization').orElse('').replace('Basic ', '')
            request.method() == 'PUT' && request.path().contains('/core/') &&
                new String(login.decodeBase64()).contains('ghp_odd')
        },
        Fault.answer(403))
}
