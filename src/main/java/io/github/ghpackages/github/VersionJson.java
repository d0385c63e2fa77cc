package io.github.ghpackages.github;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.json.Json;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GitHub's JSON in our nouns. Without id or name nothing can be decided; everything else may be unknown. */
final class VersionJson {

    private VersionJson() {}

    /** The version that was asked for by this id. */
    static PackageVersion version(Json row, long id) {
        if (row.get("id").number() != id) {
            throw new PackagesException(
                    Id.UNEXPECTED_ANSWER,
                    "Reading the server's answer failed.",
                    "It contains version " + row.get("id").number() + ", which was not requested.",
                    "Check that no proxy or cache answers instead of GitHub.");
        }
        return version(row, row.find("deleted_at").isPresent() ? State.DELETED : State.ACTIVE);
    }

    static PackageVersion version(Json row, State listedAs) {
        Instant deletedAt = row.findInstant("deleted_at").orElse(null);
        return new PackageVersion(
                id(row),
                row.get("name").text(),
                listedAs,
                row.findInstant("created_at").orElse(null),
                row.findInstant("updated_at").orElse(null),
                listedAs == State.DELETED ? deletedAt : null,
                urlOf(row));
    }

    /** It is put into the paths of deletions. */
    private static long id(Json row) {
        long id = row.get("id").number();
        if (id <= 0) {
            throw new PackagesException(
                    Id.UNEXPECTED_ANSWER,
                    "Reading the server's answer failed.",
                    "A version has the id " + id + ", but GitHub's ids are numbers above 0.",
                    "Check that no proxy or cache answers instead of GitHub.");
        }
        return id;
    }

    static PackageDetails details(Json row, PackageType asked) {
        return new PackageDetails(
                new PackageName(type(row, asked), row.get("name").text()),
                row.find("owner").flatMap(owner -> owner.findText("login")).orElse(null),
                row.find("repository")
                        .flatMap(repository -> repository.findText("full_name"))
                        .orElse(null),
                row.findText("visibility").orElse(null),
                row.findText("html_url").orElse(null));
    }

    private static PackageType type(Json row, PackageType asked) {
        Optional<String> named = row.findText("package_type");
        return named.isEmpty()
                ? asked
                : PackageType.find(named.get())
                        .orElseThrow(() -> new PackagesException(
                                Id.UNEXPECTED_ANSWER,
                                "Reading the server's answer failed.",
                                "A package is of the type '" + named.get() + "', which is not known here.",
                                "Use a newer version of the plugin, or name the packages to work on."));
    }

    private static @Nullable String urlOf(Json row) {
        Optional<String> url = row.findText("html_url");
        return url.isPresent() ? url.get() : row.findText("package_html_url").orElse(null);
    }
}
