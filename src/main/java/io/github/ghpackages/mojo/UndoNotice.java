package io.github.ghpackages.mojo;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.RequestQuota;
import io.github.ghpackages.run.Journals;
import io.github.ghpackages.run.RunListener;
import io.github.ghpackages.text.English;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Says before the first deletion where the run is recorded, and how to undo it: after a crash nobody else would. */
final class UndoNotice implements RunListener {

    private final Journals journals;
    private final Function<Path, String> undo;
    private final Consumer<String> log;
    private final boolean oneByOne;
    private final Set<Path> said = new HashSet<>();

    /**
     * @param oneByOne whether more deletions than the first ones follow, of other packages
     */
    UndoNotice(Journals journals, Function<Path, String> undo, Consumer<String> log, boolean oneByOne) {
        this.oneByOne = oneByOne;
        this.journals = journals;
        this.undo = undo;
        this.log = log;
    }

    @Override
    public void sending(ApiUrl apiUrl, int requests, Duration estimate, RequestQuota quota) {
        for (Path journal : journals.opened()) {
            if (said.add(journal)) {
                log.accept(English.count(requests, "deletion") + " to send" + (oneByOne ? " for the first package" : "")
                        + ". Each is recorded before it is sent.");
                log.accept("Journal: " + journal);
                log.accept("To undo the run: " + undo.apply(journal));
            }
        }
    }
}
