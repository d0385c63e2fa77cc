package io.github.ghpackages.retention;

import io.github.ghpackages.ServerTime;
import java.util.List;

/** Decides which versions of the packages are deleted: by a policy, by exact names, or by a plan made earlier. */
public interface Judge {

    /**
     * The verdicts before guards, coherence, last version and tripwires.
     *
     * @param packages in the order of the histories
     * @param warnings what a person should know
     * @param notes what is worth a line of information
     * @param liveStops why nothing may be deleted, though a dry run is fine
     */
    record Judgement(List<PackagePlan> packages, List<String> warnings, List<String> notes, List<String> liveStops) {}

    /**
     * Judges the versions of all packages.
     *
     * @param now the server's time, from which ages are counted
     */
    Judgement judge(List<PackageHistory> histories, ServerTime now);

    /** What a person should know of all packages together, after they were judged one by one. */
    record Effects(List<String> warnings, List<String> notes) {}

    /** The effects over all packages; nothing if they were judged together. */
    default Effects atEnd() {
        return new Effects(List.of(), List.of());
    }

    /** Whether the user named each version to delete, so that a warning is due for each that stays. */
    boolean namesVersions();

    /** Why none of these plans, with guards and last versions applied, may be carried out; empty if they may. */
    default List<String> stops(List<PackagePlan> packages) {
        return List.of();
    }

    /** Whether a version name is deleted in all modules of a reactor or in none. */
    default boolean judgesTogether() {
        return true;
    }

    /** Whether the package may be deleted as a whole if {@code onLastVersion} says so. */
    default boolean mayDeletePackage(PackagePlan plan) {
        return true;
    }
}
