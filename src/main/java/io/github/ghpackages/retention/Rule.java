package io.github.ghpackages.retention;

import org.jspecify.annotations.Nullable;

/** One instruction of a policy, applied to the versions of one package. */
interface Rule {

    /** What this rule says of a version; null: nothing. */
    @Nullable
    Finding judge(RankedVersion candidate);
}
