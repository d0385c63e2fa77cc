package io.github.ghpackages.run;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.journal.JournalWriter;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends nothing that does not stand in the journal, and nothing more once an outcome could not be written there. */
final class Journalled {

    private Journalled() {}

    /**
     * Writes, sends, and writes what came of it.
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
}
