import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    assert ran.log().contains('About to send 15 deletions to ')
    assert ran.log() =~ /\[INFO\] \d+ of 15 deletions are done, about \d+ s left\./
    assert ran.active('com.example.progress.app') == ['1.15']
}
