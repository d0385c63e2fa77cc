package io.github.ghpackages.run;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.files.JournalWriter;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes each change into the journal, before and after it is sent. */
final class Journalled {

    private Journalled() {}

    /**
     * Writes, sends, and writes the outcome. What can't be written is not sent, and nothing more is once an outcome could not be
     * written.
     *
     * @return what came of it, which is true also where it could not be written down; then it carries a stop
     */
    static Fate send(JournalWriter journal, Runnable before, Supplier<Fate> change, Consumer<Fate> after) {
        try {
            before.run();
        } catch (PackagesException e) {
            return Fate.notAttempted(e);
        }
        Fate fate = change.get();
        after.accept(fate);
        return fate.stop() == null ? journal.failure().map(fate::stoppedBy).orElse(fate) : fate;
    }

    /** The same for a change that destroys nothing: it is also sent if the journal can't be written. */
    static Fate sendAnyway(JournalWriter journal, Runnable before, Supplier<Fate> change, Consumer<Fate> after) {
        try {
            before.run();
        } catch (PackagesException e) {
            // The journal keeps it as its failure, from which the run makes a warning.
            return change.get();
        }
        Fate fate = change.get();
        after.accept(fate);
        return fate;
    }
}
