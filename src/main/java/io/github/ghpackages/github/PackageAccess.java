package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        @Nullable PackagesException problem) {}
