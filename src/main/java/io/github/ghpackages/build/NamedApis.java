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

    private final @Nullable ApiUrl parameter;
    private final @Nullable String ofEnvironment;
    private final Map<String, String> ofServers;

    /**
     * @param parameter what the user or the pom gives as {@code apiUrl}; null: nothing
     * @param ofServers {@code <configuration><apiUrl>} of each {@code <server>} that has one, by its id
     */
    NamedApis(@Nullable String parameter, Map<String, String> environment, Map<String, String> ofServers) {
        this.parameter = parameter == null ? null : ApiUrl.parse(parameter, "ghpackages.apiUrl");
        String variable = environment.get("GITHUB_API_URL");
        this.ofEnvironment = variable == null || variable.isBlank() ? null : variable;
        this.ofServers = ofServers;
    }

    /** Which one to use with the token of this server: the parameter, the server's own, the registry's, the environment's. */
    ApiUrl toUse(String serverId, @Nullable ApiUrl ofRegistry) {
        if (parameter != null) {
            return parameter;
        }
        String configured = ofServers.get(serverId);
        if (configured != null) {
            return ApiUrl.parse(configured, "the <configuration> of server '" + serverId + "'");
        }
        if (ofRegistry != null) {
            return ofRegistry;
        }
        return ofEnvironment == null ? ApiUrl.GITHUB : ApiUrl.parse(ofEnvironment, "GITHUB_API_URL");
    }

    Optional<ApiUrl> parameter() {
        return Optional.ofNullable(parameter);
    }

    Optional<ApiUrl> environment() {
        return ofEnvironment == null ? Optional.empty() : ApiUrl.find(ofEnvironment);
    }

    Optional<ApiUrl> ofServer(String serverId) {
        String configured = ofServers.get(serverId);
        return configured == null ? Optional.empty() : ApiUrl.find(configured);
    }

    /** All of them, the parameter first. */
    Collection<ApiUrl> all(Collection<String> serverIds) {
        List<Optional<ApiUrl>> named = new ArrayList<>(List.of(parameter()));
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
