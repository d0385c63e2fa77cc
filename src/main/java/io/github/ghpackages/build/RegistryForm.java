package io.github.ghpackages.build;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.http.Origin;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of GitHub's forms a Maven registry's URL has, and which API goes with it.
 *
 * @param apiUrl the API that knows this registry's packages
 * @param ownerAndRepository the segments of the path that name them: two, one for the owner alone, or none
 */
record RegistryForm(URI apiUrl, List<String> ownerAndRepository) {

    static final String GITHUB_HOST = "maven.pkg.github.com";
    private static final String SUBDOMAIN = "maven.";
    private static final List<String> SHARED_HOST = List.of("_registry", "maven");

    /**
     * The form of this URL, or nothing when it is some other repository's.
     *
     * @param namedApis APIs that somebody has named; {@code maven.HOST} alone could be any company's repository manager
     */
    static Optional<RegistryForm> of(URI url, Collection<URI> namedApis) {
        List<String> path = segments(url);
        if (host(url).equals(GITHUB_HOST)) {
            return Optional.of(new RegistryForm(ApiUrl.GITHUB, firstTwo(path)));
        }
        Optional<URI> sameOrigin = first(namedApis, Origin.of(url), false);
        if (path.size() >= 2 && path.subList(0, 2).equals(SHARED_HOST)) {
            URI api = sameOrigin.orElseGet(() -> URI.create(Origin.of(url) + "/api/v3"));
            return Optional.of(new RegistryForm(api, firstTwo(path.subList(2, path.size()))));
        }
        if (sameOrigin.isPresent()) {
            return Optional.of(new RegistryForm(
                    sameOrigin.get(), path.subList(Math.max(0, path.size() - 2), path.size())));
        }
        Optional<URI> api = first(namedApis, Origin.of(url), true);
        return api.isEmpty() ? Optional.empty() : Optional.of(new RegistryForm(api.get(), firstTwo(path)));
    }

    private static Optional<URI> first(Collection<URI> apis, Origin registry, boolean bySubdomain) {
        for (URI api : apis) {
            Origin origin = Origin.of(api);
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

    /** In GitHub's own forms, what comes after owner and repository plays no part. */
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
