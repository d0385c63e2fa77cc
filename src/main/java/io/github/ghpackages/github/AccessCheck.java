package io.github.ghpackages.github;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Permission;
import io.github.ghpackages.github.TokenFacts.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out by reading alone what a token may do with a package: from its scopes, and from the right on the repository that
 * owns the package (docs: "About permissions for GitHub Packages"; Maven is repository-scoped, and deleting takes admin).
 */
public final class AccessCheck {

    /** Refused, or its first page cut short: both until the token is authorised for single sign-on. */
    private static final Set<Id> BEFORE_SIGN_ON = Set.of(Id.SINGLE_SIGN_ON, Id.INCOMPLETE_LISTING);

    private static final Set<Id> REFUSALS = Set.of(
            Id.MISSING_SCOPE,
            Id.SINGLE_SIGN_ON,
            Id.INCOMPLETE_LISTING,
            Id.ACCESS_DENIED,
            Id.TOKEN_REJECTED,
            Id.TOKEN_FORBIDDEN,
            Id.ADDRESS_NOT_ALLOWED);

    private final GitHubPackages packages;
    private final Owner owner;
    private final PackageName name;
    private final List<String> advice = new ArrayList<>();
    private @Nullable PackagesException problem;

    AccessCheck(GitHubPackages packages, Owner owner, PackageName name) {
        this.packages = packages;
        this.owner = owner;
        this.name = name;
    }

    PackageAccess find() {
        boolean exists = false;
        PackageDetails details;
        try {
            Optional<PackageDetails> found = packages.find(owner, name);
            if (found.isEmpty()) {
                advise(packages.explainMissing(owner, name));
                return access(false, Permission.NO, Permission.NO, Permission.UNKNOWN, Permission.UNKNOWN);
            }
            exists = true;
            details = found.get();
            packages.requireListing(owner, name);
        } catch (PackagesException e) {
            return unreadable(exists, e);
        }
        TokenFacts token = packages.tokenFacts();
        Permission change = byKind(token.kind()).and(byRepository(token, details));
        Permission delete = byScopes(Operation.DELETE, token.scopes()).and(change);
        Permission restore = byScopes(Operation.RESTORE, token.scopes()).and(change);
        return access(true, Permission.YES, delete, restore, Permission.YES);
    }

    private PackageAccess access(
            boolean exists, Permission list, Permission delete, Permission restore, Permission singleSignOn) {
        return new PackageAccess(exists, list, delete, restore, singleSignOn, advice, problem);
    }

    /**
     * Reading the package or its versions failed, which every goal does first. What GitHub refuses is not allowed; of anything
     * else nothing is known.
     */
    private PackageAccess unreadable(boolean exists, PackagesException e) {
        problem = e;
        advise(e);
        if (e.id() == Id.MISSING_SCOPE) {
            Set<String> scopes = packages.tokenFacts().scopes();
            byScopes(Operation.DELETE, scopes);
            byScopes(Operation.RESTORE, scopes);
        }
        Permission all = REFUSALS.contains(e.id()) ? Permission.NO : Permission.UNKNOWN;
        Permission singleSignOn = BEFORE_SIGN_ON.contains(e.id()) ? Permission.NO : Permission.UNKNOWN;
        return access(exists, all, all, all, singleSignOn);
    }

    private void advise(PackagesException e) {
        advice.add(words(e));
    }

    static String words(PackagesException e) {
        return e.reason() + " " + e.remedy() + " [" + e.id() + "]";
    }

    private Permission byKind(TokenFacts.Kind kind) {
        return switch (kind) {
            case CLASSIC -> Permission.YES;
            case FINE_GRAINED -> {
                advice.add("GitHub Packages does not work with fine-grained tokens:"
                        + " use a personal access token (classic).");
                yield Permission.NO;
            }
            case GITHUB_TOKEN -> {
                advice.add("A GITHUB_TOKEN may delete and restore only packages of its own repository, and only with"
                        + " 'permissions: packages: write' in the workflow.");
                yield Permission.UNKNOWN;
            }
            case UNKNOWN -> {
                advice.add("GitHub does not report the kind and the scopes of this token. Use a personal access token"
                        + " (classic), and check that no proxy removes the header X-OAuth-Scopes.");
                yield Permission.UNKNOWN;
            }
        };
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

    /** GitHub reports the right on the repository reliably only for a classic token. */
    private Permission byRepository(TokenFacts token, PackageDetails details) {
        Set<String> scopes = token.scopes();
        if (token.kind() != TokenFacts.Kind.CLASSIC || scopes == null) {
            return Permission.UNKNOWN;
        }
        String repository = details.repository();
        if (repository == null) {
            advice.add("GitHub names no repository for this package, so it is unknown whether the token may"
                    + " change it.");
            return Permission.UNKNOWN;
        }
        Permission admin = admin(repository);
        boolean lacksRepo = new Scopes(scopes).isMissingRepo();
        if (problem == null && lacksRepo && (admin == Permission.UNKNOWN || details.isHiddenFromPublic())) {
            advice.add("The package belongs to a private repository, or to one that this token can't see: give the"
                    + " token the scope repo.");
        } else if (problem == null && admin == Permission.UNKNOWN) {
            advice.add("GitHub does not report this token's role on " + repository
                    + ": deleting and restoring require the admin role.");
        }
        if (admin == Permission.NO) {
            advice.add("For deleting and restoring, use a token of someone with the admin role on " + repository + ".");
        }
        return lacksRepo && details.isHiddenFromPublic() ? admin.and(Permission.UNKNOWN) : admin;
    }

    private Permission admin(String repository) {
        try {
            return packages.admin(repository);
        } catch (PackagesException e) {
            problem = e;
            advise(e);
            return Permission.UNKNOWN;
        }
    }

    /**
     * What a token may do with a package.
     *
     * @param exists whether GitHub shows it to the token
     * @param list whether its versions can be listed
     * @param delete whether its versions can be deleted
     * @param restore whether its versions can be restored
     * @param singleSignOn whether the single sign-on of the owner, if it has one, lets the token in
     * @param advice what to change so that all of them can; empty where nothing is amiss
     * @param problem what kept the check from its answers; null where nothing did
     */
    public record PackageAccess(
            boolean exists,
            Permission list,
            Permission delete,
            Permission restore,
            Permission singleSignOn,
            List<String> advice,
            @Nullable PackagesException problem) {

        /** The permission for this. */
        public Permission of(Operation operation) {
            return switch (operation) {
                case LIST -> list;
                case DELETE -> delete;
                case RESTORE -> restore;
                case READ_REPOSITORY, READ_ACCOUNT -> Permission.UNKNOWN;
            };
        }

        /** The same where the goals refuse to delete, and perhaps to restore, whatever GitHub allows. */
        public PackageAccess refused(boolean restoreToo, String why) {
            return new PackageAccess(
                    exists,
                    list,
                    Permission.NO,
                    restoreToo ? Permission.NO : restore,
                    singleSignOn,
                    Stream.concat(advice.stream(), Stream.of(why)).toList(),
                    problem);
        }

        /** The same, with more advice. */
        public PackageAccess advised(String more) {
            return new PackageAccess(
                    exists,
                    list,
                    delete,
                    restore,
                    singleSignOn,
                    Stream.concat(advice.stream(), Stream.of(more)).toList(),
                    problem);
        }

        /** The same where it could not be read whether the goals refuse to delete or to restore. */
        public PackageAccess unknownBecause(PackagesException unread) {
            return new PackageAccess(
                    exists,
                    list,
                    delete.and(Permission.UNKNOWN),
                    restore.and(Permission.UNKNOWN),
                    singleSignOn,
                    Stream.concat(advice.stream(), Stream.of(AccessCheck.words(unread)))
                            .toList(),
                    unread);
        }
    }
}
