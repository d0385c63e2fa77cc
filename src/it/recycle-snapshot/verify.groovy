import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.Event

ItCase.verify(context) { ran ->
    ran.buildSays(4, 'Nothing to recycle: no deploy of com.example.recycle:shop:pom:1.0-SNAPSHOT follows in this build.')
    ran.buildSays(5, 'acme/com.example.recycle.web 1.0-SNAPSHOT has more than maxBuilds=2 builds, so it would be deleted')
    ran.buildSays(6, 'acme/com.example.recycle.web 1.0-SNAPSHOT has more than maxBuilds=2 builds: deleted')
    ran.buildSays(9, 'The deploy of acme/com.example.recycle.web 1.0-SNAPSHOT did not happen')

    ran.buildSays(10, 'acme/com.example.recycle.web 1.0-SNAPSHOT has more than maxBuilds=2 builds: deleted')

    def events = ran.github().events().findAll { it.version() == '1.0-SNAPSHOT' && it.what() != Event.What.PUBLISHED }
    assert events.count { it.what() == Event.What.DELETED } == 7
    assert events.findAll { it.what() == Event.What.RESTORED }*.packageName() == ['com.example.recycle.web']
    ['shop', 'core', 'web'].each {
        assert ran.active("com.example.recycle.$it").toSet() == ['0.9', '1.0-SNAPSHOT'].toSet()
    }
}
