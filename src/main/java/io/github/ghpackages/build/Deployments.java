package io.github.ghpackages.build;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.ShownUrl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The repositories to which a build deploys its projects. */
record Deployments(MavenSession session) {

    /** As maven-deploy-plugin reads it; with a layout in the middle before 3.0. */
    private static final Pattern ALTERNATIVE = Pattern.compile("(?<id>.+?)::(?:[^:/]+::)?(?<url>.+)");

    /**
     * Those of a project, in the order in which they count: those of its pom, a snapshot's {@code snapshotRepository} first, or
     * the {@code repository} first; then those in {@code altDeploymentRepository} and the like. If every execution has such
     * an alternative, those of the pom do not count.
     */
    List<DeploymentRepository> of(MavenProject project) {
        List<Optional<String>> alternatives = new DeployPlugin(session, project).alternatives();
        boolean obeysPom = alternatives.contains(Optional.<String>empty());
        List<DeploymentRepository> all = new ArrayList<>(obeysPom ? ofPom(project) : List.of());
        for (Optional<String> text : new LinkedHashSet<>(alternatives)) {
            if (text.isPresent()) {
                alternative(text.get()).ifPresent(all::add);
            }
        }
        return all;
    }

    /** Those of a project that are GitHub's, in the order in which they count. */
    List<RegistryUrl> registries(MavenProject project, Collection<ApiUrl> namedApis) {
        return registries(of(project), project, namedApis);
    }

    /** Those of its pom that are GitHub's, whether they count or not. */
    static List<RegistryUrl> registriesOfPom(MavenProject project, Collection<ApiUrl> namedApis) {
        return registries(ofPom(project), project, namedApis);
    }

    private static List<RegistryUrl> registries(
            List<DeploymentRepository> repositories, MavenProject project, Collection<ApiUrl> namedApis) {
        String where = "the deployment repository of " + ReactorProjects.coordinates(project);
        List<RegistryUrl> registries = new ArrayList<>();
        for (DeploymentRepository repository : repositories) {
            Optional<RegistryUrl> registry =
                    RegistryUrl.find(repository.getUrl(), serverId(repository), namedApis, where);
            if (registry.isPresent()) {
                registries.add(registry.get());
            }
        }
        return registries;
    }

    /** The server ids of all of them, and of all those of the pom. */
    Set<String> serverIds(MavenProject project) {
        List<DeploymentRepository> all = new ArrayList<>(of(project));
        all.addAll(ofPom(project));
        Set<String> ids = new LinkedHashSet<>();
        for (DeploymentRepository repository : all) {
            ids.add(serverId(repository));
        }
        return ids;
    }

    private static String serverId(DeploymentRepository repository) {
        return Objects.requireNonNullElse(repository.getId(), "default");
    }

    private static List<DeploymentRepository> ofPom(MavenProject project) {
        return ofPom(project, ArtifactUtils.isSnapshot(project.getVersion()));
    }

    private static List<DeploymentRepository> ofPom(MavenProject project, boolean isSnapshot) {
        var management = project.getDistributionManagement();
        if (management == null) {
            return List.of();
        }
        List<DeploymentRepository> repositories = new ArrayList<>();
        addWithUrl(isSnapshot ? management.getSnapshotRepository() : management.getRepository(), repositories);
        addWithUrl(isSnapshot ? management.getRepository() : management.getSnapshotRepository(), repositories);
        return repositories;
    }

    private static void addWithUrl(@Nullable DeploymentRepository repository, List<DeploymentRepository> repositories) {
        if (repository != null && repository.getUrl() != null) {
            repositories.add(repository);
        }
    }

    /** The one of its pom to which its snapshots, or else its other versions, are deployed, if that is GitHub's. */
    static Optional<RegistryUrl> registryOfPom(
            MavenProject project, boolean ofSnapshots, Collection<ApiUrl> namedApis) {
        List<DeploymentRepository> first =
                ofPom(project, ofSnapshots).stream().limit(1).toList();
        return registries(first, project, namedApis).stream().findFirst();
    }

    /** Fails if an alternative can't be read: then it is unknown where the build deploys. */
    void requireReadable(MavenProject project) {
        for (Optional<String> text : new DeployPlugin(session, project).alternatives()) {
            if (text.isPresent() && alternative(text.get()).isEmpty()) {
                throw new PackagesException(
                        PackagesException.Id.INVALID_PARAMETER,
                        "Reading the altDeploymentRepository of maven-deploy-plugin failed.",
                        ShownUrl.quoted(text.get()) + " is not id::url.",
                        "Write -DaltDeploymentRepository=ID::https://maven.pkg.github.com/OWNER/REPOSITORY, where ID is the"
                                + " <server> with the token.");
            }
        }
    }

    private static Optional<DeploymentRepository> alternative(String text) {
        Matcher parts = ALTERNATIVE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        DeploymentRepository repository = new DeploymentRepository();
        repository.setId(parts.group("id").strip());
        repository.setUrl(parts.group("url").strip());
        return Optional.of(repository);
    }
}
