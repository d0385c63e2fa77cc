package io.github.ghpackages.build;

import io.github.ghpackages.ApiUrl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The APIs that parameters, settings.xml and the environment name. One that can't be parsed is an error only if it would be used. */
final class NamedApis {

    private final Optional<ApiUrl> parameter;
    private final Optional<String> ofEnvironment;
    private final Map<String, String> ofServers;

    /**
     * @param parameter what the user or the pom gives as {@code apiUrl}; null: nothing
     * @param ofServers {@code <configuration><apiUrl>} of each {@code <server>} that has one, by its id
     */
    NamedApis(@Nullable String parameter, Map<String, String> environment, Map<String, String> ofServers) {
        this.parameter =
                parameter == null ? Optional.empty() : Optional.of(ApiUrl.parse(parameter, "ghpackages.apiUrl"));
        String variable = environment.get("GITHUB_API_URL");
        this.ofEnvironment = variable == null || variable.isBlank() ? Optional.empty() : Optional.of(variable);
        this.ofServers = ofServers;
    }

    /** Which one to use with the token of this server: the parameter, the server's own, the registry's, the environment's. */
    ApiUrl toUse(String serverId, @Nullable ApiUrl ofRegistry) {
        if (parameter.isPresent()) {
            return parameter.get();
        }
        Optional<String> configured = Optional.ofNullable(ofServers.get(serverId));
        if (configured.isPresent()) {
            return ApiUrl.parse(configured.get(), "the <configuration> of server '" + serverId + "'");
        }
        if (ofRegistry != null) {
            return ofRegistry;
        }
        return ofEnvironment.isPresent() ? ApiUrl.parse(ofEnvironment.get(), "GITHUB_API_URL") : ApiUrl.GITHUB;
    }

    Optional<ApiUrl> parameter() {
        return parameter;
    }

    Optional<ApiUrl> environment() {
        return find(ofEnvironment);
    }

    Optional<ApiUrl> ofServer(String serverId) {
        return find(Optional.ofNullable(ofServers.get(serverId)));
    }

    private static Optional<ApiUrl> find(Optional<String> text) {
        return text.isEmpty() ? Optional.empty() : ApiUrl.find(text.get());
    }

    /** All of them, the parameter first. */
    Collection<ApiUrl> all(Collection<String> serverIds) {
        List<Optional<ApiUrl>> named = new ArrayList<>();
        named.add(parameter);
        for (String id : serverIds) {
            named.add(ofServer(id));
        }
        named.add(environment());
        List<ApiUrl> all = new ArrayList<>();
        for (Optional<ApiUrl> url : named) {
            if (url.isPresent()) {
                all.add(url.get());
            }
        }
        return all;
    }
}
