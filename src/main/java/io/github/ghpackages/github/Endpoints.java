package io.github.ghpackages.github;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The URLs of the Packages REST API. Built as text: {@code URI.resolve} would drop the {@code /api/v3} of GitHub Enterprise
 * Server, and the constructors of {@code URI} would encode {@code %2F} a second time.
 */
final class Endpoints {

    /** GitHub's largest page. */
    static final int PAGE_SIZE = 100;

    private final String base;

    Endpoints(ApiUrl apiUrl) {
        this.base = apiUrl.toString();
    }

    URI tokenUser() {
        return URI.create(base + "/user");
    }

    URI account(String login) {
        return URI.create(base + "/users/" + segment(login));
    }

    /** The repository {@code owner/name}. */
    URI repository(String fullName) {
        String[] names = fullName.split("/", 2);
        return URI.create(base + "/repos/" + segment(names[0]) + "/" + segment(names[names.length - 1]));
    }

    URI branches(String fullName) {
        return URI.create(repository(fullName) + "/branches?per_page=" + PAGE_SIZE);
    }

    URI pullRequest(String fullName, long number) {
        return URI.create(repository(fullName) + "/pulls/" + number);
    }

    URI packages(Owner owner, PackageType type) {
        return URI.create(of(owner) + "/packages?package_type=" + type + "&per_page=" + PAGE_SIZE);
    }

    URI dockerConflicts(Owner owner) {
        return URI.create(of(owner) + "/docker/conflicts");
    }

    URI thePackage(Owner owner, PackageName name) {
        return URI.create(path(owner, name));
    }

    URI restorePackage(Owner owner, PackageName name) {
        return URI.create(path(owner, name) + "/restore");
    }

    URI versions(Owner owner, PackageName name, PackageVersion.State state) {
        String wanted = state.name().toLowerCase(Locale.ROOT);
        return URI.create(path(owner, name) + "/versions?per_page=" + PAGE_SIZE + "&state=" + wanted);
    }

    URI version(Owner owner, PackageName name, long id) {
        return URI.create(path(owner, name) + "/versions/" + id);
    }

    URI restoreVersion(Owner owner, PackageName name, long id) {
        return URI.create(path(owner, name) + "/versions/" + id + "/restore");
    }

    private String path(Owner owner, PackageName name) {
        return of(owner) + "/packages/" + name.type() + "/" + segment(name.value());
    }

    private String of(Owner owner) {
        return switch (owner.kind()) {
            case ORGANIZATION -> base + "/orgs/" + segment(owner.login());
            case USER -> base + "/users/" + segment(owner.login());
            case SELF -> base + "/user";
        };
    }

    /** Where the files of a version lie in a Maven registry, with a slash at its end. */
    static URI folder(String registry, String groupId, String artifactId, String version) {
        String group =
                Arrays.stream(groupId.split("\\.")).map(Endpoints::segment).collect(Collectors.joining("/"));
        return URI.create(registry + "/" + group + "/" + segment(artifactId) + "/" + segment(version) + "/");
    }

    /** One segment of a path; a name such as {@code ..} would lead to another resource. */
    static String segment(String text) {
        if (text.isBlank() || text.matches("\\.+")) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Building the URL of a package failed.",
                    "'" + text + "' is not a name of an owner or package.",
                    "Check the owner and the names in 'packages'.");
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
