package io.github.ghpackages.project;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Text;
import io.github.ghpackages.http.Origin;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Finds out where to work: from what the user typed, the pom, the environment. */
public final class Targets {

    private static final String DEFAULT_SERVER = "github";

    /**
     * A parameter that may come from the pom as well as from the user.
     *
     * @param value what it says
     * @param fromUser whether the user typed it on the command line; else the pom says so
     */
    public record Given(String value, boolean fromUser) {}

    /**
     * What the user and the plugin's configuration say; null: nothing.
     *
     * @param apiUrl base URL of the REST API
     * @param registryUrl the Maven registry
     * @param owner login of the owner
     * @param serverId id of the {@code <server>}
     */
    public record Parameters(
            @Nullable Given apiUrl,
            @Nullable Given registryUrl,
            @Nullable String owner,
            @Nullable String serverId) {}

    private final Deployments deployments;
    private final Parameters parameters;
    private final Map<String, String> environment;
    private final Function<String, Optional<String>> apiUrlOfServer;
    private final Optional<URI> apiParameter;
    private final Optional<URI> environmentApi;

    /**
     * @param session says where its projects deploy
     * @param environment the environment's variables
     * @param apiUrlOfServer {@code <configuration><apiUrl>} of the {@code <server>} with an id
     */
    public Targets(
            MavenSession session,
            Parameters parameters,
            Map<String, String> environment,
            Function<String, Optional<String>> apiUrlOfServer) {
        this.deployments = new Deployments(session);
        this.parameters = parameters;
        this.environment = environment;
        this.apiUrlOfServer = apiUrlOfServer;
        this.apiParameter =
                Optional.ofNullable(parameters.apiUrl()).map(given -> ApiUrl.parse(given.value(), "ghpackages.apiUrl"));
        this.environmentApi = variable("GITHUB_API_URL").map(text -> ApiUrl.parse(text, "GITHUB_API_URL"));
    }

    /**
     * Where the package of this module is. A module that deploys to somebody else's repository has none at GitHub, whatever
     * workflow builds it: a package of its name there is another one.
     *
     * @throws io.github.ghpackages.PackagesException as {@link #of(MavenProject)}
     */
    public Target ofModule(MavenProject module) {
        boolean elsewhere = parameters.owner() == null
                && registry(module).isEmpty()
                && !deployments.of(module).isEmpty();
        if (elsewhere) {
            throw noOwner(module);
        }
        return of(module);
    }

    /**
     * Where the packages are that somebody names in this project; the project that Maven makes up where there is no pom will do.
     *
     * @throws io.github.ghpackages.PackagesException when the owner can't be told, a URL is no good, or the API or the
     *     registry must not get the token of its server id
     */
    public Target of(MavenProject project) {
        Optional<Registry> registry = registry(project);
        String serverId = Optional.ofNullable(parameters.serverId())
                .or(() -> registry.map(Registry::serverId))
                .orElse(DEFAULT_SERVER);
        URI apiUrl = apiParameter
                .or(() -> registry.map(Registry::apiUrl))
                .or(() -> serverApi(serverId))
                .or(() -> environmentApi)
                .orElse(ApiUrl.GITHUB);
        String owner = Optional.ofNullable(parameters.owner())
                .or(() -> registry.map(Registry::owner))
                .or(() -> ownerOfWorkflow(apiUrl))
                .orElseThrow(() -> noOwner(project));
        Optional<Registry> ofOwner = registry.filter(found -> found.isOwnedBy(owner));
        Optional<Registry> ofApi = ofOwner.filter(found -> sameOrigin(found.apiUrl(), apiUrl));

        Trust trust = new Trust(serverId, namedByUser(registry, serverId), registries(project));
        trust.requireForApi(apiUrl);
        ofApi.ifPresent(trust::requireForRegistry);
        return new Target(
                apiUrl, owner, ofOwner.flatMap(Registry::fullName).orElse(null), serverId, ofApi.orElse(null));
    }

    private PackagesException noOwner(MavenProject project) {
        return new NoOwner(project, deployments.of(project)).asException();
    }

    private Optional<Registry> registry(MavenProject project) {
        var given = parameters.registryUrl();
        if (given == null) {
            return deployedTo(project);
        }
        Registry typed = Registry.parse(given.value(), DEFAULT_SERVER, knownApis(project), "ghpackages.registryUrl");
        return Optional.of(registries(project).stream()
                .filter(deployed -> deployed.url().equals(typed.url()))
                .findFirst()
                .orElse(typed));
    }

    /** Where this build deploys; of an owner that somebody names, also what the pom alone says. */
    private Optional<Registry> deployedTo(MavenProject project) {
        deployments.requireReadable(project);
        String owner = parameters.owner();
        return registries(project).stream()
                .filter(registry -> owner != null && registry.isOwnedBy(owner))
                .findFirst()
                .or(() -> deployments.registries(project, knownApis(project)).stream()
                        .findFirst());
    }

    /** All to which Maven deploys the project, in this build or in one that obeys the pom. */
    private List<Registry> registries(MavenProject project) {
        List<URI> apis = knownApis(project);
        List<Registry> all = new ArrayList<>(deployments.registries(project, apis));
        all.addAll(Deployments.registriesOfPom(project, apis));
        return all;
    }

    /** All APIs that anybody names, the parameter first. */
    private List<URI> knownApis(MavenProject project) {
        List<URI> apis = new ArrayList<>();
        apiParameter.ifPresent(apis::add);
        serverIds(project).stream().flatMap(id -> serverApi(id).stream()).forEach(apis::add);
        environmentApi.ifPresent(apis::add);
        return apis;
    }

    private List<String> serverIds(MavenProject project) {
        String id = parameters.serverId();
        if (id != null) {
            return List.of(id);
        }
        List<String> ids = new ArrayList<>(deployments.of(project).stream()
                .map(DeploymentRepository::getId)
                .filter(Objects::nonNull)
                .toList());
        ids.add(DEFAULT_SERVER);
        return ids;
    }

    private List<URI> namedByUser(Optional<Registry> registry, String serverId) {
        List<URI> named = new ArrayList<>();
        if (parameters.apiUrl() != null && parameters.apiUrl().fromUser()) {
            apiParameter.ifPresent(named::add);
        }
        if (parameters.registryUrl() != null && parameters.registryUrl().fromUser()) {
            registry.ifPresent(typed -> named.addAll(List.of(typed.url(), typed.apiUrl())));
        }
        serverApi(serverId).ifPresent(named::add);
        environmentApi.ifPresent(named::add);
        return named;
    }

    private Optional<URI> serverApi(String serverId) {
        return apiUrlOfServer
                .apply(serverId)
                .map(text -> ApiUrl.parse(text, "the <configuration> of server '" + Text.harmless(serverId) + "'"));
    }

    private Optional<String> ownerOfWorkflow(URI apiUrl) {
        return environmentApi
                .filter(api -> sameOrigin(api, apiUrl))
                .flatMap(api -> variable("GITHUB_REPOSITORY_OWNER"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static boolean sameOrigin(URI left, URI right) {
        return Origin.of(left).equals(Origin.of(right));
    }
}
