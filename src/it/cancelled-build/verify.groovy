import io.github.ghpackages.it.ItCase
import io.github.ghpackages.it.RunningMaven
import io.github.ghpackages.stub.Event.What

ItCase.verify(context) { ran ->
    def id = ran.github().state().id('acme', 'com.example.cancelled:shop', '1.0-SNAPSHOT')
    assert ran.text('recycle.log').contains('acme/com.example.cancelled.shop 1.0-SNAPSHOT: if its deploy has not come to its end, '
        + "restore it: mvn ghpackages:restore-version -Dghpackages.packages=com.example.cancelled.shop -Dghpackages.versionIds=$id")

    // The third goal deleted 35 more.
    def deleted = ran.github().events().count { it.what() == What.DELETED && it.packageName() == 'com.example.cancelled.old' } - 35
    assert deleted in 1..34
    def said = ran.text('prune.log')
    assert said =~ /The build was cancelled. $deleted deletions? done, 0 with an unknown outcome./
    assert said =~ /To undo them: mvn ghpackages:restore-version -Dghpackages.journal=.*prune.jsonl/
    assert !said.contains('BUILD SUCCESS')
    if (RunningMaven.hasTerminal()) {
        def shown = ran.text('terminal.log')
        assert shown =~ /\r\u001b\[K\d+ of 35 deletions are done/
        assert shown =~ /The build was cancelled. \d+ deletions? done, 0 with an unknown outcome./
        assert shown =~ /To undo them: mvn ghpackages:restore-version -Dghpackages.journal=.*terminal.jsonl/
        assert !shown.contains('BUILD SUCCESS')
    }
    assert ran.active('com.example.cancelled.old').size() == 5
    assert ran.log() =~ /\[INFO\] 35 versions deleted. To undo it: mvn ghpackages:restore-version -Dghpackages.journal=/
}
