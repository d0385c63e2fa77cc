package io.github.ghpackages.build;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.ShownUrl;
import io.github.ghpackages.Unresolved;
import io.github.ghpackages.http.Origin;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL that has one of the forms of GitHub's Maven registries. Whose registry it is may be unclear, which is an error only if the
 * goal depends on it.
 *
 * @param text what the pom or the user wrote
 * @param url what can be read of it: everything before the first expression that Maven could not resolve
 * @param form which API goes with it, and the owner and repository in its path
 * @param serverId id of the {@code <server>} that holds its token
 * @param where where it is written, for messages
 */
record RegistryUrl(String text, URI url, RegistryForm form, String serverId, String where) {

    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9._-]+");
    private static final String ANY_REPOSITORY = "*";

    /**
     * The URL; nothing if it has none of GitHub's forms.
     *
     * @param serverId the id of the repository
     * @param namedApis APIs that the user, the pom or the environment names; {@code https://maven.HOST} counts only where one
     *     of them names that HOST
     * @param where where the URL is written, for messages
     */
    static Optional<RegistryUrl> find(String text, String serverId, Collection<ApiUrl> namedApis, String where) {
        Optional<URI> url = readable(text);
        Optional<RegistryForm> form = url.isEmpty() ? Optional.empty() : RegistryForm.of(url.get(), namedApis);
        return form.isEmpty()
                ? Optional.empty()
                : Optional.of(new RegistryUrl(text, url.get(), form.get(), serverId, where));
    }

    /** A URL that the user gave for a registry, so that it must be one. */
    static RegistryUrl parse(String text, String serverId, Collection<ApiUrl> namedApis, String where) {
        return find(text, serverId, namedApis, where)
                .orElseThrow(
                        () -> invalid(where, ShownUrl.quoted(text) + " does not have the form of a GitHub registry."));
    }

    /** If an expression is in the path, the text before it still names the server. */
    private static Optional<URI> readable(String text) {
        int expression = text.indexOf("${");
        return expression < 0
                ? ApiUrl.web(text)
                : ApiUrl.web(text.substring(0, expression))
                        .filter(url -> !url.getRawPath().isEmpty());
    }

    /**
     * The registry.
     *
     * @param environment the names of the environment's variables
     * @throws PackagesException if its owner or its repository is unclear
     */
    Registry registry(Collection<String> environment) {
        Optional<PackagesException> problem = problem(environment);
        if (problem.isPresent()) {
            throw problem.get();
        }
        return new Registry(ApiUrl.normal(url), owner().orElseThrow(), repository(), apiUrl(), serverId);
    }

    /** The registry; nothing if its owner or its repository is unclear. */
    Optional<Registry> ifClear() {
        return problem(List.of()).isPresent() ? Optional.empty() : Optional.of(registry(List.of()));
    }

    private Optional<PackagesException> problem(Collection<String> environment) {
        if (Unresolved.startsIn(text)) {
            return Optional.of(unresolved(Unresolved.in(text)
                    .map(expression -> expression.reason(environment))
                    .orElse("It contains an expression that Maven does not resolve.")));
        }
        if (url.getRawUserInfo() != null) {
            return problem("It contains a user name or a password, which belong in a <server> of settings.xml.");
        }
        if (ApiUrl.hasMoreThanPath(url)) {
            return problem(ShownUrl.quoted(text) + " has a query or a fragment, which are not shown here.");
        }
        if (owner().isEmpty()) {
            return problem(ShownUrl.quoted(text) + " names no owner.");
        }
        String repository = repository();
        return repository == null || REPOSITORY.matcher(repository).matches()
                ? Optional.empty()
                : problem(ShownUrl.quoted(text) + " does not name OWNER/REPOSITORY.");
    }

    private Optional<PackagesException> problem(String reason) {
        return Optional.of(invalid(where, reason));
    }

    /** The owner in it; nothing if that is not a valid name, or not resolved. */
    private Optional<String> owner() {
        List<String> names = form.ownerAndRepository();
        boolean isName = !names.isEmpty()
                && !Unresolved.startsIn(text)
                && OWNER.matcher(names.get(0)).matches();
        return isName ? Optional.of(names.get(0)) : Optional.empty();
    }

    /** The repository in it; null if it names none, or all. */
    private @Nullable String repository() {
        List<String> names = form.ownerAndRepository();
        return names.size() < 2 || names.get(1).equals(ANY_REPOSITORY) ? null : names.get(1);
    }

    /** Whether it names this owner, in any case: GitHub keeps the case of a login, but ignores it. */
    boolean isOwnedBy(String login) {
        return login.equalsIgnoreCase(owner().orElse(null));
    }

    /** Whether it is on the same server and may be the same registry, as far as both name an owner and a repository. */
    boolean mayBe(Registry other) {
        boolean sameOwner = owner().isEmpty() || isOwnedBy(other.owner());
        String repository = repository();
        boolean sameRepository =
                repository == null || other.repository() == null || repository.equalsIgnoreCase(other.repository());
        return Origin.of(url).equals(Origin.of(other.url())) && sameOwner && sameRepository;
    }

    RegistryUrl withServerId(String other) {
        return new RegistryUrl(text, url, form, other, where);
    }

    /** Base URL of the REST API that goes with it. */
    ApiUrl apiUrl() {
        return form.apiUrl();
    }

    private PackagesException unresolved(String reason) {
        return new PackagesException(
                PackagesException.Id.INVALID_PARAMETER,
                "Reading the registry's URL from " + where + " failed.",
                ShownUrl.quoted(text) + " is incomplete. " + reason,
                "Set it, or give -Dghpackages.registryUrl=https://maven.pkg.github.com/OWNER/REPOSITORY. GitHub"
                        + " Actions sets GITHUB_REPOSITORY and GITHUB_REPOSITORY_OWNER automatically.");
    }

    private static PackagesException invalid(String where, String reason) {
        return new PackagesException(
                PackagesException.Id.INVALID_PARAMETER,
                "Reading the registry's URL from " + where + " failed.",
                reason,
                "Give https://maven.pkg.github.com/OWNER/REPOSITORY. A GitHub Enterprise Server has"
                        + " https://HOST/_registry/maven/OWNER/REPOSITORY, or https://maven.HOST/OWNER/REPOSITORY;"
                        + " for the latter, also name the API: -Dghpackages.apiUrl=https://HOST/api/v3.");
    }

    /**
     * Which of GitHub's forms a Maven registry's URL has, and which API goes with it.
     *
     * @param apiUrl the API that knows this registry's packages
     * @param ownerAndRepository the segments of the path that name them: two, one for the owner alone, or none
     */
    record RegistryForm(ApiUrl apiUrl, List<String> ownerAndRepository) {

        static final String GITHUB_HOST = "maven.pkg.github.com";
        private static final String SUBDOMAIN = "maven.";
        private static final List<String> SHARED_HOST = List.of("_registry", "maven");

        /**
         * The form of this URL; nothing if it is another kind of repository.
         *
         * @param namedApis APIs that somebody has named; {@code maven.HOST} alone could be any company's repository manager
         */
        static Optional<RegistryForm> of(URI url, Collection<ApiUrl> namedApis) {
            List<String> path = segments(url);
            if (host(url).equals(GITHUB_HOST)) {
                return Optional.of(new RegistryForm(ApiUrl.GITHUB, firstTwo(path)));
            }
            Optional<ApiUrl> sameOrigin = first(namedApis, Origin.of(url), false);
            if (path.size() >= 2 && path.subList(0, 2).equals(SHARED_HOST)) {
                ApiUrl api = sameOrigin.orElseGet(() -> ApiUrl.of(URI.create(Origin.of(url) + "/api/v3")));
                return Optional.of(new RegistryForm(api, firstTwo(path.subList(2, path.size()))));
            }
            if (sameOrigin.isPresent()) {
                return Optional.of(new RegistryForm(
                        sameOrigin.get(), path.subList(Math.max(0, path.size() - 2), path.size())));
            }
            Optional<ApiUrl> api = first(namedApis, Origin.of(url), true);
            return api.isEmpty() ? Optional.empty() : Optional.of(new RegistryForm(api.get(), firstTwo(path)));
        }

        private static Optional<ApiUrl> first(Collection<ApiUrl> apis, Origin registry, boolean bySubdomain) {
            for (ApiUrl api : apis) {
                Origin origin = Origin.of(api.uri());
                if (registry.equals(bySubdomain ? subdomainOf(origin) : origin)) {
                    return Optional.of(api);
                }
            }
            return Optional.empty();
        }

        /** A company with data residency has its API at {@code api.COMPANY.ghe.com}, everybody else at the host itself. */
        private static Origin subdomainOf(Origin api) {
            String company = api.host().endsWith(".ghe.com") ? api.host().replaceFirst("^api\\.", "") : api.host();
            return new Origin(api.scheme(), SUBDOMAIN + company, api.port());
        }

        /** In GitHub's own forms, what comes after owner and repository does not matter. */
        private static List<String> firstTwo(List<String> path) {
            return path.subList(0, Math.min(2, path.size()));
        }

        private static String host(URI url) {
            return url.getHost().toLowerCase(Locale.ROOT);
        }

        private static List<String> segments(URI url) {
            List<String> segments = new ArrayList<>();
            for (String segment : url.getRawPath().split("/")) {
                if (!segment.isEmpty()) {
                    segments.add(segment);
                }
            }
            return List.copyOf(segments);
        }
    }
}
