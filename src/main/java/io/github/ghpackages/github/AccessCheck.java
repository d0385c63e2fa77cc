package io.github.ghpackages.github;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Permission;
import io.github.ghpackages.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out by reading alone what a token may do with a package: from its scopes, and from the right on the repository that
 * owns the package (docs: "About permissions for GitHub Packages"; Maven is repository-scoped, and deleting takes admin).
 */
final class AccessCheck {

    private final GitHubPackages packages;
    private final Owner owner;
    private final PackageName name;
    private final List<String> advice = new ArrayList<>();

    AccessCheck(GitHubPackages packages, Owner owner, PackageName name) {
        this.packages = packages;
        this.owner = owner;
        this.name = name;
    }

    PackageAccess find() {
        Optional<PackageDetails> details = packages.find(owner, name);
        if (details.isEmpty()) {
            PackagesException missing = packages.explainMissing(owner, name);
            advice.add(missing.reason() + " " + missing.remedy());
            return new PackageAccess(false, Permission.NO, Permission.NO, Permission.UNKNOWN, advice);
        }
        TokenFacts token = packages.tokenFacts();
        Permission admin = admin(token, details.get().repository());
        Permission delete = byScopes(Operation.DELETE, token.scopes()).and(admin);
        Permission restore = byScopes(Operation.RESTORE, token.scopes()).and(admin);
        return new PackageAccess(true, Permission.YES, delete, restore, advice);
    }

    private Permission byScopes(Operation operation, @Nullable Set<String> scopes) {
        if (scopes == null) {
            return Permission.YES;
        }
        List<String> missing = new Scopes(scopes).missingFor(operation);
        if (missing.isEmpty()) {
            return Permission.YES;
        }
        advice.add("For " + operation + ", give the token the scope " + String.join(" and ", missing) + ".");
        return Permission.NO;
    }

    private Permission admin(TokenFacts token, @Nullable String repository) {
        if (repository == null) {
            return Permission.UNKNOWN;
        }
        if (token.kind() == TokenFacts.Kind.GITHUB_TOKEN) {
            advice.add("A GITHUB_TOKEN may delete and restore only packages of its own repository, and only with"
                    + " 'permissions: packages: write' in the workflow.");
            return Permission.UNKNOWN;
        }
        Permission admin = packages.admin(repository);
        if (admin == Permission.NO) {
            advice.add("For deleting and restoring, use a token of somebody with the admin role on "
                    + Text.harmless(repository) + ".");
        }
        return admin;
    }
}
