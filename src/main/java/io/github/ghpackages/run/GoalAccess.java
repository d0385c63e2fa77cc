package io.github.ghpackages.run;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Permission;
import io.github.ghpackages.github.PackageAccess;
import io.github.ghpackages.text.SafeText;

/** What the goals may do with a package: what GitHub allows the token, less what the goals themselves refuse. */
public final class GoalAccess {

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
                    .orElse(allowed);
        } catch (PackagesException e) {
            return allowed.problem() == null ? allowed.unknownBecause(e) : allowed;
        }
    }

    /** A restore refuses what is not the package that the build means, and nothing else. */
    private static PackageAccess refused(PackageAccess allowed, TargetPackage target, PackagesException refusal) {
        boolean restoreToo = refusal.id() == Id.WRONG_ACCOUNT;
        String goals =
                restoreToo ? "prune-versions, delete-version and restore-version" : "prune-versions and delete-version";
        return allowed.refused(
                restoreToo,
                goals + " would refuse " + SafeText.harmless(target.ref().toString()) + ": " + refusal.reason() + " "
                        + refusal.remedy() + " [" + refusal.id() + "]");
    }
}
