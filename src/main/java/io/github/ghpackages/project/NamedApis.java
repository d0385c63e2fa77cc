package io.github.ghpackages.project;

import io.github.ghpackages.Text;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The APIs that somebody names. One that can't be read is an error where it would be used, and nowhere else. */
final class NamedApis {

    private final Optional<URI> parameter;
    private final Optional<String> ofEnvironment;
    private final Function<String, Optional<String>> ofServer;

    /**
     * @param parameter what the user or the pom gives as {@code apiUrl}; null: nothing
     * @param ofServer {@code <configuration><apiUrl>} of the {@code <server>} with an id
     */
    NamedApis(
            @Nullable String parameter, Map<String, String> environment, Function<String, Optional<String>> ofServer) {
        this.parameter = Optional.ofNullable(parameter).map(text -> ApiUrl.parse(text, "ghpackages.apiUrl"));
        this.ofEnvironment =
                Optional.ofNullable(environment.get("GITHUB_API_URL")).filter(text -> !text.isBlank());
        this.ofServer = ofServer;
    }

    /** Which one to use with the token of this server: the parameter, the server's own, the registry's, the environment's. */
    URI toUse(String serverId, Optional<URI> ofRegistry) {
        return parameter
                .or(() -> ofServer.apply(serverId)
                        .map(text ->
                                ApiUrl.parse(text, "the <configuration> of server '" + Text.harmless(serverId) + "'")))
                .or(() -> ofRegistry)
                .or(() -> ofEnvironment.map(text -> ApiUrl.parse(text, "GITHUB_API_URL")))
                .orElse(ApiUrl.GITHUB);
    }

    Optional<URI> parameter() {
        return parameter;
    }

    Optional<URI> environment() {
        return ofEnvironment.flatMap(ApiUrl::find);
    }

    Optional<URI> ofServer(String serverId) {
        return ofServer.apply(serverId).flatMap(ApiUrl::find);
    }

    /** All of them, the parameter first. */
    Collection<URI> all(Collection<String> serverIds) {
        return Stream.of(
                        parameter.stream(),
                        serverIds.stream().flatMap(id -> ofServer(id).stream()),
                        environment().stream())
                .flatMap(urls -> urls)
                .toList();
    }
}
