package io.github.ghpackages.build;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.ShownUrl;
import io.github.ghpackages.Unresolved;
import io.github.ghpackages.http.Origin;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Finds where to work: from the command line, the pom, and the environment. */
public final class TargetResolver {

    private static final String DEFAULT_SERVER = "github";

    /**
     * A parameter that may come from the pom or from the user.
     *
     * @param value its text
     * @param fromUser whether it is from the command line, not from the pom
     */
    public record Given(String value, boolean fromUser) {}

    /**
     * The parameters of a goal; null: not given.
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
    private final NamedApis apis;

    /**
     * @param session whose projects deploy somewhere
     * @param environment the environment's variables
     * @param apiUrls {@code <configuration><apiUrl>} of each {@code <server>} that has one, by its id
     */
    public TargetResolver(
            MavenSession session, Parameters parameters, Map<String, String> environment, Map<String, String> apiUrls) {
        this.deployments = new Deployments(session);
        this.parameters = parameters;
        this.environment = environment;
        Given apiUrl = parameters.apiUrl();
        this.apis = new NamedApis(apiUrl == null ? null : apiUrl.value(), environment, apiUrls);
    }

    /**
     * Where the package of this module is. A module that deploys to a repository elsewhere has no package at GitHub, whichever
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
     * @throws io.github.ghpackages.PackagesException when the owner is unknown, a URL is no good, or the API or the
     *     registry must not get the token of its server id
     */
    public Target of(MavenProject project) {
        Optional<RegistryUrl> found = registry(project);
        RegistryUrl url = found.orElse(null);
        String serverId = serverId(url);
        ApiUrl apiUrl = apis.toUse(serverId, url == null ? null : url.apiUrl());
        String owner = owner(project, url, apiUrl);
        Registry ofOwner = url != null && url.isOwnedBy(owner) ? clear(url) : null;
        Registry ofApi = ofOwner != null && sameOrigin(ofOwner.apiUrl(), apiUrl) ? ofOwner : null;

        TokenTrust trust = new TokenTrust(
                serverId, namedByUser(url, serverId), registries(project), deployments.serverIds(project));
        trust.requireForApi(apiUrl);
        if (ofApi != null) {
            trust.requireForRegistry(ofApi);
        }
        String repository = ofOwner == null ? null : ofOwner.fullName().orElse(null);
        return new Target(apiUrl, owner, repository, serverId, ofApi);
    }

    private String serverId(@Nullable RegistryUrl registry) {
        String given = parameters.serverId();
        if (given != null) {
            return given;
        }
        return registry == null ? DEFAULT_SERVER : registry.serverId();
    }

    private String owner(MavenProject project, @Nullable RegistryUrl registry, ApiUrl apiUrl) {
        String given = parameters.owner();
        if (given != null) {
            return given;
        }
        return registry == null
                ? ownerOfWorkflow(apiUrl).orElseThrow(() -> noOwner(project))
                : clear(registry).owner();
    }

    /**
     * Where the pom deploys this project's snapshots, or else its other versions; nothing if that is not GitHub's, or unclear. A
     * run looks at one of both only.
     */
    public Optional<Registry> ofPom(MavenProject project, boolean ofSnapshots) {
        return Deployments.registryOfPom(project, ofSnapshots, knownApis(project))
                .flatMap(RegistryUrl::ifClear);
    }

    private Registry clear(RegistryUrl url) {
        return url.registry(environment.keySet());
    }

    private Optional<RegistryUrl> registry(MavenProject project) {
        return parameters.registryUrl() == null
                ? deployedTo(project)
                : Optional.of(given(parameters.registryUrl().value(), project));
    }

    /** What the user gives for a registry, with the server id of the repository to which the project deploys there. */
    private RegistryUrl given(String text, MavenProject project) {
        RegistryUrl given = RegistryUrl.parse(text, DEFAULT_SERVER, knownApis(project), "ghpackages.registryUrl");
        Registry registry = clear(given);
        return registries(project).stream()
                .filter(deployed -> deployed.mayBe(registry))
                .findFirst()
                .map(deployed -> given.withServerId(deployed.serverId()))
                .orElse(given);
    }

    /** Where this build deploys; if an owner is given, also where the pom alone deploys. */
    private Optional<RegistryUrl> deployedTo(MavenProject project) {
        String owner = parameters.owner();
        if (owner == null) {
            deployments.requireReadable(project);
        } else {
            for (RegistryUrl registry : registries(project)) {
                if (registry.isOwnedBy(owner)) {
                    return Optional.of(registry);
                }
            }
        }
        List<RegistryUrl> inThisBuild = deployments.registries(project, knownApis(project));
        return inThisBuild.isEmpty() ? Optional.empty() : Optional.of(inThisBuild.get(0));
    }

    /** All to which Maven deploys the project, in this build or in one that obeys the pom. */
    private List<RegistryUrl> registries(MavenProject project) {
        Collection<ApiUrl> known = knownApis(project);
        List<RegistryUrl> all = new ArrayList<>(deployments.registries(project, known));
        all.addAll(Deployments.registriesOfPom(project, known));
        return all;
    }

    private Collection<ApiUrl> knownApis(MavenProject project) {
        String id = parameters.serverId();
        Set<String> ids = id == null ? deployments.serverIds(project) : new LinkedHashSet<>(List.of(id));
        if (id == null) {
            ids.add(DEFAULT_SERVER);
        }
        return apis.all(ids);
    }

    private List<URI> namedByUser(@Nullable RegistryUrl registry, String serverId) {
        List<URI> named = new ArrayList<>();
        if (parameters.apiUrl() != null && parameters.apiUrl().fromUser()) {
            apis.parameter().map(ApiUrl::uri).ifPresent(named::add);
        }
        if (registry != null
                && parameters.registryUrl() != null
                && parameters.registryUrl().fromUser()) {
            named.addAll(List.of(registry.url(), registry.apiUrl().uri()));
        }
        apis.ofServer(serverId).map(ApiUrl::uri).ifPresent(named::add);
        apis.environment().map(ApiUrl::uri).ifPresent(named::add);
        return named;
    }

    private Optional<String> ownerOfWorkflow(ApiUrl apiUrl) {
        return apis.environment()
                .filter(api -> sameOrigin(api, apiUrl))
                .flatMap(api -> Optional.ofNullable(environment.get("GITHUB_REPOSITORY_OWNER")))
                .filter(owner -> !owner.isBlank());
    }

    private static boolean sameOrigin(ApiUrl left, ApiUrl right) {
        return Origin.of(left.uri()).equals(Origin.of(right.uri()));
    }

    /** Says why the owner is unknown, so that the user sees what to set. */
    private PackagesException noOwner(MavenProject project) {
        return new PackagesException(
                PackagesException.Id.NOTHING_TO_WORK_ON,
                "Finding the owner of the packages failed.",
                whyNoOwner(project),
                "Give -Dghpackages.registryUrl=https://maven.pkg.github.com/OWNER/REPOSITORY, or -Dghpackages.owner=OWNER."
                        + " A GitHub Enterprise Server needs -Dghpackages.apiUrl=https://HOST/api/v3 as well.");
    }

    private String whyNoOwner(MavenProject project) {
        if (project.getFile() == null) {
            return "There is no pom here, and nothing else names an owner.";
        }
        List<String> urls = deployments.of(project).stream()
                .map(DeploymentRepository::getUrl)
                .toList();
        if (urls.isEmpty()) {
            return ReactorProjects.coordinates(project) + " has no distributionManagement with a URL.";
        }
        // An expression that Maven left in a URL may be why that has none of the forms.
        String unresolved = urls.stream()
                .flatMap(url -> Unresolved.in(url).stream())
                .map(expression -> " " + expression.reason(environment.keySet()))
                .distinct()
                .collect(Collectors.joining());
        return ReactorProjects.coordinates(project) + " deploys to "
                + urls.stream().map(ShownUrl::quoted).collect(Collectors.joining(" and "))
                + ", which does not have the form of a GitHub registry." + unresolved;
    }
}
