package io.github.ghpackages.github;

import io.github.ghpackages.Permission;
import java.util.List;

/**
 * What a token may do with a package.
 *
 * @param exists whether GitHub shows it to the token
 * @param list whether its versions can be listed
 * @param delete whether its versions can be deleted
 * @param restore whether its versions can be restored
 * @param advice what to change so that all of them can; empty where nothing is amiss
 */
public record PackageAccess(
        boolean exists, Permission list, Permission delete, Permission restore, List<String> advice) {}
