import io.github.ghpackages.it.ItCase
import io.github.ghpackages.it.RunningMaven
import io.github.ghpackages.stub.Fault
import io.github.ghpackages.stub.When
import java.time.Duration
import java.time.Instant

ItCase.start(basedir, context) { github ->
    github.limits().none()
    github.state().publish('acme/shop', 'com.example.cancelled:shop', '0.9')
    (0..2).each { hour ->
        github.state().deployBuild('acme/shop', 'com.example.cancelled:shop', '1.0-SNAPSHOT',
            Instant.parse('2026-01-01T00:00:00Z') + Duration.ofHours(hour))
    }
    (0..39).each { github.state().publish('acme/shop', 'com.example.cancelled:old', "1.${it}.0") }

    // The deploy hangs after the snapshot was deleted.
    github.fault(When.uploading(), Fault.hang())
    RunningMaven.start(basedir, context, localRepositoryPath, 'recycle', ['deploy'])
        .interruptWhen { github.count(When.uploading()) > 0 }
    github.heal()

    github.fault(When.deleting(), Fault.latency(Duration.ofMillis(300)))
    RunningMaven.start(basedir, context, localRepositoryPath, 'prune', ['-q', 'ghpackages:prune-versions',
        '-Dghpackages.packages=com.example.cancelled:old', '-Dghpackages.keepReleases=5', '-Dghpackages.dryRun=false',
        '-Dghpackages.journal=prune.jsonl'])
        .interruptWhen { github.count(When.deleting().and(When.path('cancelled.old'))) > 3 }
    github.heal()

    // The same in a terminal, where Maven 4 runs no shutdown hook, and where the progress is one line that is rewritten.
    if (RunningMaven.hasTerminal()) {
        (0..39).each { github.state().publish('acme/shop', 'com.example.cancelled:seen', "1.${it}.0") }
        github.fault(When.deleting(), Fault.latency(Duration.ofMillis(700)))
        RunningMaven.startInTerminal(basedir, context, localRepositoryPath, 'terminal', ['ghpackages:prune-versions',
            '-Dghpackages.packages=com.example.cancelled:seen', '-Dghpackages.keepReleases=5', '-Dghpackages.dryRun=false',
            '-Dghpackages.journal=terminal.jsonl'])
            .interruptWhen { github.count(When.deleting().and(When.path('cancelled.seen'))) > 12 }
        github.heal()
    }
}
