import io.github.ghpackages.it.ItCase
import io.github.ghpackages.it.RunningMaven
import io.github.ghpackages.stub.Event

ItCase.verify(context) { ran ->
    def tooMany = { module -> "acme/com.example.recycle.$module 1.0-SNAPSHOT has more than maxBuilds=2 builds" }
    def modules = ['shop', 'core', 'web']
    ran.buildSays(4, 'Nothing to recycle: no deploy of com.example.recycle:shop:pom:1.0-SNAPSHOT follows in this build.')
    ran.buildSays(5, tooMany('web') + ', so it would be deleted')
    modules.each { ran.buildSays(6, tooMany(it) + ': deleted') }
    modules.each { ran.buildDoesNotSay(9, tooMany(it)) }
    modules.each { ran.buildSays(10, tooMany(it) + ': deleted') }

    def notDeployed = { module -> "The deploy of acme/com.example.recycle.$module 1.0-SNAPSHOT did not happen" }
    ran.buildSays(13, notDeployed('core'))
    ['shop', 'web'].each {
        ran.buildSays(13, "acme/com.example.recycle.$it 1.0-SNAPSHOT was deleted and at least partly deployed again")
    }
    ran.buildSays(17, notDeployed('core'))
    ran.buildDoesNotSay(17, notDeployed('shop'), tooMany('web'))

    def events = ran.github().events().findAll { it.version() == '1.0-SNAPSHOT' && it.what() != Event.What.PUBLISHED }
    assert events.count { it.what() == Event.What.DELETED } == 3 + 3 + 3 + 2
    assert events.findAll { it.what() == Event.What.RESTORED }*.packageName() == ['com.example.recycle.core'] * 2
    modules.each { assert ran.active("com.example.recycle.$it").toSet() == ['0.9', '1.0-SNAPSHOT'].toSet() }

    // A consumer that has none of them resolves all three. Maven 4 would also find them where this project's builds left them.
    new File(localRepositoryPath, 'com/example/recycle').deleteDir()
    new File(basedir, 'target/project-local-repo').deleteDir()
    RunningMaven.start(basedir, context, localRepositoryPath, 'consumer', ['-f', 'consumer.xml', 'compile']).succeeds()
    modules.each { assert new File(localRepositoryPath, "com/example/recycle/$it/1.0-SNAPSHOT").list().any { it.endsWith('.pom') } }
}
