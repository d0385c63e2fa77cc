package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.arguments.Arguments;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.KeepPer;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Rule;
import java.util.Optional;

/** The retention policy that the arguments of a prune describe. */
record RetentionArguments(Arguments arguments) implements Rule.Values {

    Policy policy() {
        Policy.Builder builder = new Policy.Builder();
        builder.versions(arguments.isGiven("versions") ? NamePatterns.of(arguments.texts("versions")) : null);
        builder.rules(this);
        builder.keepPer(arguments.get("keepPer").choice(KeepPer.class));
        builder.keepLines(arguments.find("keepLines").map(Argument::positive).orElse(null));
        builder.keepVersions(NamePatterns.of(arguments.texts("keepVersions")));
        builder.onLastVersion(arguments.get("onLastVersion").choice(OnLastVersion.class));
        builder.maxDeletions(arguments.find("maxDeletions").map(Argument::count).orElse(null));
        builder.maxDeletionShare(
                arguments.find("maxDeletionShare").map(Argument::percent).orElse(null));
        return builder.build();
    }

    /** Refuses a policy whose parameters contradict each other. */
    static void requireSound(Policy policy) {
        if (!policy.problems().isEmpty()) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading the retention policy failed.",
                    String.join(" ", policy.problems()),
                    "Change the parameters that are named. Nothing was deleted.");
        }
    }

    @Override
    public Optional<Integer> count(String parameter) {
        return arguments.find(parameter).map(Argument::count);
    }

    @Override
    public Optional<Age> age(String parameter) {
        return arguments.find(parameter).map(Ages::of);
    }

    @Override
    public boolean flag(String parameter) {
        return arguments.get(parameter).flag();
    }
}
