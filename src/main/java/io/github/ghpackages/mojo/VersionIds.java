package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.run.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameter {@code versionId}. */
final class VersionIds {

    private VersionIds() {}

    static List<Long> of(@Nullable List<String> written) {
        return Texts.of(written).stream()
                .map(text -> Input.of("versionId", text).id())
                .toList();
    }

    /** Two servers may give the same id to different versions. */
    static void requireOneApi(List<Subject> subjects) {
        long apis = subjects.stream()
                .map(subject -> subject.github().apiUrl())
                .distinct()
                .count();
        if (apis > 1) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading versionId failed.",
                    "The packages are at " + apis + " APIs, and an id means a version of one of them.",
                    "Name the packages of one API with -Dghpackages.packages, or give names with"
                            + " -Dghpackages.version. Nothing was changed.");
        }
    }
}
