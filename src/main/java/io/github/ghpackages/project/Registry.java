package io.github.ghpackages.project;

import io.github.ghpackages.PackagesException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Maven registry of GitHub Packages, told by its URL.
 *
 * @param url without a slash at its end
 * @param owner as the URL spells it
 * @param repository null where the URL ends with {@code OWNER/*}
 * @param apiUrl base URL of the REST API that goes with it
 * @param serverId id of the {@code <server>} that holds its token
 */
public record Registry(URI url, String owner, @Nullable String repository, URI apiUrl, String serverId) {

    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9._-]+");
    private static final String ANY_REPOSITORY = "*";

    /**
     * The registry at a URL to which a build deploys; nothing when it is not GitHub's.
     *
     * @param url what the pom or the user says
     * @param serverId the id of the repository
     * @param namedApis APIs that the user, the pom or the environment names; {@code https://maven.HOST} counts only where one
     *     of them names that HOST
     * @param where where the URL stands, for a person
     */
    public static Optional<Registry> find(String url, String serverId, Collection<URI> namedApis, String where) {
        return Urls.web(url)
                .flatMap(web ->
                        RegistryForm.of(web, namedApis).map(form -> new Reading(web, url, where).as(form, serverId)));
    }

    /** The registry at a URL that the user gave for one. */
    public static Registry parse(String url, String serverId, Collection<URI> namedApis, String where) {
        return find(url, serverId, namedApis, where)
                .orElseThrow(() -> invalid(where, Urls.shown(url) + " has none of the forms of GitHub's registries."));
    }

    /** {@code OWNER/REPOSITORY} as the API spells it; nothing where the URL leaves the repository open. */
    public Optional<String> fullName() {
        return Optional.ofNullable(repository).map(name -> owner + "/" + name);
    }

    /** Whether both are the same, whatever the case: GitHub keeps the case of a login but does not tell by it. */
    public boolean isOwnedBy(String login) {
        return owner.toLowerCase(Locale.ROOT).equals(login.toLowerCase(Locale.ROOT));
    }

    /** A URL of a known form on its way to a registry. */
    private record Reading(URI url, String text, String where) {

        Registry as(RegistryForm form, String serverId) {
            if (url.getRawUserInfo() != null) {
                throw invalid(
                        where, "It carries a user name or a password. Those belong into a <server> of settings.xml.");
            }
            List<String> names = form.ownerAndRepository();
            boolean complete = names.size() == 2 && url.getRawQuery() == null && url.getRawFragment() == null;
            if (!complete || !OWNER.matcher(names.get(0)).matches() || !isRepository(names.get(1))) {
                throw invalid(where, Urls.shown(text) + " does not end with OWNER/REPOSITORY.");
            }
            String repository = names.get(1).equals(ANY_REPOSITORY) ? null : names.get(1);
            return new Registry(Urls.normal(url), names.get(0), repository, form.apiUrl(), serverId);
        }

        private static boolean isRepository(String name) {
            return name.equals(ANY_REPOSITORY) || REPOSITORY.matcher(name).matches();
        }
    }

    private static PackagesException invalid(String where, String reason) {
        return new PackagesException(
                PackagesException.Id.INVALID_PARAMETER,
                "Reading the registry's URL from " + where + " failed.",
                reason,
                "Give https://maven.pkg.github.com/OWNER/REPOSITORY. A GitHub Enterprise Server has"
                        + " https://HOST/_registry/maven/OWNER/REPOSITORY, or https://maven.HOST/OWNER/REPOSITORY; for the"
                        + " latter name the API as well: -Dghpackages.apiUrl=https://HOST/api/v3.");
    }
}
