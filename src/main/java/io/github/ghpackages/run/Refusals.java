package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;

/** Counts refusals in a row: a token without the right is refused every time, and need not hear it a hundred times. */
final class Refusals {

    private static final int TOO_MANY = 5;

    private int inARow;
    private boolean tooMany;
    private boolean agreed;

    synchronized void saw(Outcome outcome) {
        inARow = outcome == Outcome.REFUSED ? inARow + 1 : 0;
        tooMany |= inARow == TOO_MANY;
        agreed |= outcome == Outcome.DELETED;
    }

    synchronized boolean areTooMany() {
        return tooMany;
    }

    /** Whether GitHub has agreed to a deletion, so that the right is there. */
    synchronized boolean isRightProven() {
        return agreed;
    }
}
