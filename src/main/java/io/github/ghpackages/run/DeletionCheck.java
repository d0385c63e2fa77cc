package io.github.ghpackages.run;

import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Permission;
import io.github.ghpackages.github.AccessCheck.PackageAccess;
import io.github.ghpackages.github.Operation;
import java.util.List;
import java.util.Optional;

/**
 * What must hold before anything is deleted in a package. The goals that delete ask this before the first deletion of a run, and
 * {@code check-access} asks the same.
 */
public final class DeletionCheck {

    private DeletionCheck() {}

    /** Why no rule may delete versions of packages of this type; empty where it may. Reads nothing. */
    public static Optional<PackagesException> ofRules(PackageType type) {
        return type.isImage()
                ? Optional.of(new PackagesException(
                        Id.INVALID_PARAMETER,
                        "Deleting versions of a package of the type " + type + " was refused.",
                        "A multi-platform image consists of several versions, most of them untagged, and this"
                                + " plugin can't distinguish those in use from unused ones.",
                        "Delete images with a tool that reads their manifests, or name all tags of a version with"
                                + " delete-version. Nothing was deleted."))
                : Optional.empty();
    }

    /** Why nothing may be deleted in this package; empty where it may. Reads the package once. */
    public static Optional<PackagesException> of(TargetPackage target) {
        Optional<PackageDetails> details = target.find();
        return details.isEmpty()
                ? Optional.of(target.github().explainMissing(target.owner(), target.name()))
                : target.mismatch(details.get());
    }

    /**
     * Fails where nothing may be deleted in one of these packages, of all of which versions are to be deleted.
     *
     * @param byRules whether rules decide, and not the user who named versions or packages
     */
    static void require(List<TargetPackage> targets, boolean byRules) {
        throwFirst(Concurrently.map(
                targets,
                target -> of(target).or(() -> byRules ? ofRules(target.name().type()) : Optional.empty())));
    }

    /** Fails where one of the tokens lacks a scope, as far as GitHub reports its scopes. */
    static void requireScopes(List<TargetPackage> targets, Operation operation) {
        throwFirst(targets.stream()
                .map(target -> target.github().missingScope(operation))
                .toList());
    }

    private static void throwFirst(List<Optional<PackagesException>> objections) {
        objections.stream().flatMap(Optional::stream).findFirst().ifPresent(first -> {
            throw first;
        });
    }

    /** What the goals may do with a package: what GitHub allows the token, less what the goals themselves refuse. */
    public static final class GoalAccess {

        private GoalAccess() {}

        /** Asks GitHub, and the check that the goals make before their first deletion. */
        public static PackageAccess of(TargetPackage target) {
            PackageAccess allowed = target.github().access(target.owner(), target.name());
            if (!allowed.exists() || allowed.list() != Permission.YES) {
                return allowed;
            }
            try {
                return DeletionCheck.of(target)
                        .map(refusal -> refused(allowed, target, refusal))
                        .or(() -> ofRules(target.name().type())
                                .map(refusal -> allowed.advised(words("prune-versions", target, refusal))))
                        .orElse(allowed);
            } catch (PackagesException e) {
                return allowed.problem() == null ? allowed.unknownBecause(e) : allowed;
            }
        }

        /** A restore refuses what is not the package that the build means, and nothing else. */
        private static PackageAccess refused(PackageAccess allowed, TargetPackage target, PackagesException refusal) {
            boolean restoreToo = refusal.id() == Id.WRONG_ACCOUNT;
            String goals = restoreToo ? "All goals that delete or restore" : "All goals that delete";
            return allowed.refused(restoreToo, words(goals, target, refusal));
        }

        private static String words(String goals, TargetPackage target, PackagesException refusal) {
            return goals + " would refuse " + target.ref() + ": " + refusal.reason() + " " + refusal.remedy() + " ["
                    + refusal.id() + "]";
        }
    }
}
