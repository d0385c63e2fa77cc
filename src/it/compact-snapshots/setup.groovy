import io.github.ghpackages.it.ItCase
import io.github.ghpackages.it.RunningMaven
import io.github.ghpackages.stub.Fault
import io.github.ghpackages.stub.When
import java.time.Duration
import java.time.Instant

// What an earlier run of this case has downloaded.
new File(localRepositoryPath, 'com/example/compact').deleteDir()

ItCase.start(basedir, context) { github ->
    def deploy = { name, hour ->
        github.state().deployBuild('acme/shop', "com.example.compact:$name", '1.0-SNAPSHOT',
            Instant.parse('2026-01-01T00:00:00Z') + Duration.ofHours(hour))
    }
    [shop: 29, refused: 6, later: 6, between: 6, deleting: 6, uploading: 6].each { name, count ->
        github.state().publish('acme/shop', "com.example.compact:$name", '0.9')
        (0..<count).each { deploy(name, it) }
    }
    def of = { name -> When.path("/$name") }
    github.fault(When.uploading().and(of('refused')), Fault.answer(403).once())
    github.fault(When.uploading().and(of('later')), Fault.answer(403).after(4).once())
    github.fault(
        { request ->
            When.listing().test(request) && request.path().contains('compact.between') &&
                github.count(When.deleting().and(When.path('compact.between'))) > 0
        },
        Fault.first({ deploy('between', 6) }).once())

    // These runs are killed: one while it deletes, one while it uploads.
    github.fault(When.deleting().and(When.path('compact.deleting')), Fault.hang().afterEffect().once())
    github.fault(When.uploading().and(of('uploading')), Fault.hang().after(4).once())
    def compact = { name ->
        RunningMaven.start(basedir, context, localRepositoryPath, name, ['ghpackages:compact-snapshots',
            '-Dghpackages.keepBuilds=2', '-Dghpackages.dryRun=false', '-Dghpackages.packages=com.example.compact:' + name,
            '-Dghpackages.journal=' + name + '.jsonl'])
    }
    compact('deleting').killWhen { github.count(When.deleting().and(When.path('compact.deleting'))) > 0 }
    compact('uploading').killWhen { github.count(When.uploading().and(of('uploading'))) > 4 }
}
