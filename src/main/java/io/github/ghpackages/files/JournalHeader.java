package io.github.ghpackages.files;

import io.github.ghpackages.Account;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a journal: which run wrote it, where, and by which policy.
 *
 * @param schema {@link #SCHEMA} for a journal of this version of the plugin
 * @param pluginVersion which plugin wrote it
 * @param runId distinguishes runs
 * @param account whose packages it is about
 * @param login to whom the token belongs; null where GitHub does not say
 * @param where CI run, workflow, event, actor and commit, or host and user
 * @param policy the parameters that decided, by name
 * @param startedAt when the run began
 * @param operation {@code prune}, {@code delete}, {@code recycle}, {@code compact} or {@code restore}
 */
public record JournalHeader(
        int schema,
        String pluginVersion,
        String runId,
        Account account,
        @Nullable String login,
        Map<String, String> where,
        Map<String, PolicyValue> policy,
        Instant startedAt,
        String operation) {

    /** The layout of a journal that this version of the plugin writes and reads. */
    public static final int SCHEMA = 1;

    /** The operation of a run that restores; its lines are restores, those of every other run are deletions. */
    public static final String RESTORE = "restore";

    /** The operation of a run that deletes a snapshot right before it is deployed afresh; {@code journal=last} skips it. */
    public static final String RECYCLE = "recycle";

    /** The operation of a run that deletes snapshots to upload their newest builds again; {@code journal=last} skips it. */
    public static final String COMPACT = "compact";

    /** The operations that are known; of the journal of another one it is not known what its lines mean. */
    static final List<String> OPERATIONS = List.of("prune", "delete", RECYCLE, COMPACT, RESTORE);

    /** Whether the run restores rather than deletes. */
    public boolean isRestore() {
        return operation.equals(RESTORE);
    }
}
