package io.github.ghpackages.github;

import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import java.util.List;

/** GitHub's JSON in our nouns. Without id or name nothing can be decided; everything else may be unknown. */
final class VersionJson {

    private VersionJson() {}

    /** The version that was asked for by this id. */
    static PackageVersion version(Json row, long id) throws JsonException {
        if (row.number("id") != id) {
            throw row.wrong("id", "is " + row.number("id") + ", and the version " + id + " was asked for");
        }
        return version(row, row.textOrNull("deleted_at") == null ? State.ACTIVE : State.DELETED);
    }

    static PackageVersion version(Json row, State listedAs) throws JsonException {
        String page = row.textOrNull("html_url");
        return new PackageVersion(
                row.id("id"),
                row.text("name"),
                listedAs,
                row.timeOrNull("created_at"),
                row.timeOrNull("updated_at"),
                listedAs == State.DELETED ? row.timeOrNull("deleted_at") : null,
                page == null ? row.textOrNull("package_html_url") : page,
                tags(row));
    }

    /** The description of the API declares {@code docker.tag} and requires {@code docker.tags}, so both are read. */
    private static List<String> tags(Json row) throws JsonException {
        Json metadata = row.objectOrNull("metadata");
        Json container = metadata == null ? null : metadata.objectOrNull("container");
        if (container != null) {
            return container.texts("tags");
        }
        Json docker = metadata == null ? null : metadata.objectOrNull("docker");
        if (docker == null) {
            return List.of();
        }
        return docker.texts(docker.names().contains("tags") ? "tags" : "tag");
    }

    static PackageDetails details(Json row, PackageType asked) throws JsonException {
        Json owner = row.objectOrNull("owner");
        Json repository = row.objectOrNull("repository");
        return new PackageDetails(
                new PackageName(type(row, asked), row.text("name")),
                owner == null ? null : owner.textOrNull("login"),
                repository == null ? null : repository.textOrNull("full_name"),
                row.textOrNull("visibility"),
                row.numberOrNull("version_count"),
                row.timeOrNull("created_at"),
                row.timeOrNull("updated_at"),
                row.textOrNull("html_url"));
    }

    private static PackageType type(Json row, PackageType asked) throws JsonException {
        String named = row.textOrNull("package_type");
        return named == null
                ? asked
                : PackageType.find(named).orElseThrow(() -> row.wrong("package_type", "is not known to this plugin"));
    }
}
