package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.arguments.Arguments;
import io.github.ghpackages.run.TargetPackage;
import java.util.List;

/** The parameter {@code versionIds}. */
final class VersionIds {

    private VersionIds() {}

    static List<Long> of(Arguments arguments) {
        return arguments.elements("versionIds").stream().map(Argument::id).toList();
    }

    /** Two servers may give the same id to different versions. */
    static void requireOneApi(List<TargetPackage> targets) {
        long apis = targets.stream()
                .map(target -> target.github().apiUrl())
                .distinct()
                .count();
        if (apis > 1) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading versionIds failed.",
                    "The packages are at " + apis + " APIs, but an id belongs to only one of them.",
                    "Name the packages of one API with -Dghpackages.packages, or give names with"
                            + " -Dghpackages.versions. Nothing was changed.");
        }
    }
}
