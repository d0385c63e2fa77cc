package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Permission;
import java.util.List;
import java.util.stream.Stream;
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
        @Nullable PackagesException problem) {

    /** The permission for this. */
    public Permission of(Operation operation) {
        return switch (operation) {
            case LIST -> list;
            case DELETE -> delete;
            case RESTORE -> restore;
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
