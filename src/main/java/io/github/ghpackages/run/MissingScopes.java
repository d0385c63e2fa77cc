package io.github.ghpackages.run;

import io.github.ghpackages.github.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The scopes that tokens lack for what a dry run would do, as far as GitHub reports them. */
final class MissingScopes {

    private MissingScopes() {}

    /**
     * A warning for each token that lacks a scope.
     *
     * @param run what is refused without it, such as {@code A run that deletes}
     */
    static List<String> warnings(Collection<TargetPackage> targets, Operation operation, String run) {
        return targets.stream()
                .map(target -> target.github().missingScope(operation))
                .flatMap(Optional::stream)
                .map(missing ->
                        run + " would be refused (" + missing.id() + "): " + missing.reason() + " " + missing.remedy())
                .distinct()
                .toList();
    }
}
