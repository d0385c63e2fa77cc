import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    assert ran.log().contains('About to send 15 deletions to ')
    assert ran.log() =~ /\[INFO\] \d+ of 15 deletions are done, about \d+ s left\./
    // Colours only where Maven has them.
    // Maven 3.6 takes every escape code out of what goes into a pipe.
    assert mavenVersion.startsWith('3.6')
        || ran.log().contains('\u001b[1macme/com.example.progress.app: 1 version\u001b[0m')
    assert !ran.log().contains('\u001b[2m  DELETED')
    assert ran.active('com.example.progress.app') == ['1.15']
}
