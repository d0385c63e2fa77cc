package io.github.ghpackages.build;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.ShownUrl;
import io.github.ghpackages.build.RegistryUrl.RegistryForm;
import io.github.ghpackages.http.Origin;
import java.net.URI;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * Which origins may get the token of a server id. A pom can come from anybody, so an origin that only the pom names gets the token
 * only if Maven itself would send it there on a deploy. A process on this machine gets it only if it is the token of one of the
 * pom's own repositories: any program may listen there, and the pom could name the server id of any other.
 *
 * @param serverId whose token it is about
 * @param namedByUser APIs and registries from the command line, the environment, or this server's configuration
 * @param deployedTo the registries to which the project deploys, with their own server ids
 * @param ownServers the server ids of all repositories to which the project deploys
 */
record TokenTrust(
        String serverId,
        Collection<URI> namedByUser,
        Collection<RegistryUrl> deployedTo,
        Collection<String> ownServers) {

    private static final Origin GITHUB_REGISTRY = Origin.of(URI.create("https://" + RegistryForm.GITHUB_HOST));

    void requireForApi(ApiUrl apiUrl) {
        Origin origin = Origin.of(apiUrl.uri());
        boolean trusted = origin.equals(Origin.of(ApiUrl.GITHUB.uri()))
                || isNamed(origin)
                || isOwnLoopback(origin)
                || ofThisServer()
                        .anyMatch(registry -> Origin.of(registry.apiUrl().uri()).equals(origin));
        if (!trusted) {
            throw refused("API ", "-Dghpackages.apiUrl=", apiUrl.uri());
        }
    }

    void requireForRegistry(Registry registry) {
        Origin origin = Origin.of(registry.url());
        boolean trusted = origin.equals(GITHUB_REGISTRY)
                || isNamed(origin)
                || isNamed(Origin.of(registry.apiUrl().uri()))
                || isOwnLoopback(origin)
                || ofThisServer().anyMatch(deployed -> Origin.of(deployed.url()).equals(origin));
        if (!trusted) {
            throw refused("registry ", "-Dghpackages.registryUrl=", registry.url());
        }
    }

    private boolean isNamed(Origin origin) {
        for (URI url : namedByUser) {
            if (Origin.of(url).equals(origin)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOwnLoopback(Origin origin) {
        return origin.isLoopback() && ownServers.contains(serverId);
    }

    private Stream<RegistryUrl> ofThisServer() {
        return deployedTo.stream().filter(registry -> registry.serverId().equals(serverId));
    }

    private PackagesException refused(String what, String option, URI url) {
        String server = "server '" + serverId + "'";
        return new PackagesException(
                PackagesException.Id.UNTRUSTED_API,
                "Using the " + what + ShownUrl.of(url) + " with the token of " + server + " was refused.",
                "Only the pom names it, and it does not belong to a registry to which Maven deploys with the same server id.",
                "If you trust it, name it yourself: " + option + ShownUrl.of(url)
                        + " on the command line, GITHUB_API_URL in the"
                        + " environment, or <configuration><apiUrl> in that <server> of settings.xml.");
    }
}
