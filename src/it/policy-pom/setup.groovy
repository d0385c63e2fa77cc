import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.Right

ItCase.start(basedir, context) { github ->
    ['one', 'two'].each { name ->
        (0..4).each { github.state().publish("acme/$name", "com.example.lib:$name", "1.$it") }
        (0..4).each { github.state().publish("acme/$name", "com.example.app:$name", "1.$it") }
        github.accounts().right('octocat', "acme/$name", Right.ADMIN)
    }
}
