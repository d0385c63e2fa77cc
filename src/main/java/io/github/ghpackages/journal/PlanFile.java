package io.github.ghpackages.journal;

import java.nio.file.Path;

/** The file in which a dry run stores its plan, and from which {@code applyPlan} carries it out. */
public final class PlanFile {

    private PlanFile() {}

    /** Writes the plan; folders are made, an older file is replaced. */
    public static void write(Path file, StoredPlan plan) {
        throw new UnsupportedOperationException(file + " " + plan);
    }

    /** Reads a plan back; anything but a whole plan of a known layout is refused. */
    public static StoredPlan read(Path file) {
        throw new UnsupportedOperationException(file.toString());
    }
}
