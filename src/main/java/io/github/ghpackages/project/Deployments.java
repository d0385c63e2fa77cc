package io.github.ghpackages.project;

import io.github.ghpackages.PackagesException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
     * Those of a project, in the order in which they count: what {@code altDeploymentRepository} and its kin name, and nothing
     * else where they do; else a snapshot's {@code snapshotRepository} first, or the {@code repository} first.
     */
    List<DeploymentRepository> of(MavenProject project) {
        List<String> alternatives = new DeployPlugin(session, project).alternatives();
        return alternatives.isEmpty()
                ? ofPom(project)
                : alternatives.stream().map(Deployments::alternative).toList();
    }

    /** Those of them that are GitHub's. */
    List<Registry> registries(MavenProject project, Collection<URI> namedApis) {
        List<Registry> registries = new ArrayList<>();
        for (DeploymentRepository repository : of(project)) {
            String id = repository.getId() == null ? "default" : repository.getId();
            Registry.find(repository.getUrl(), id, namedApis, "the deployment repository of " + Coordinates.of(project))
                    .ifPresent(registries::add);
        }
        return registries;
    }

    private static List<DeploymentRepository> ofPom(MavenProject project) {
        var management = project.getDistributionManagement();
        if (management == null) {
            return List.of();
        }
        Stream<@Nullable DeploymentRepository> inOrder = ArtifactUtils.isSnapshot(project.getVersion())
                ? Stream.of(management.getSnapshotRepository(), management.getRepository())
                : Stream.of(management.getRepository(), management.getSnapshotRepository());
        return inOrder.flatMap(Stream::ofNullable)
                .filter(repository -> repository.getUrl() != null)
                .toList();
    }

    private static DeploymentRepository alternative(String text) {
        Matcher parts = ALTERNATIVE.matcher(text);
        if (!parts.matches()) {
            throw new PackagesException(
                    PackagesException.Id.INVALID_PARAMETER,
                    "Reading the altDeploymentRepository of maven-deploy-plugin failed.",
                    Urls.shown(text) + " is not id::url.",
                    "Write -DaltDeploymentRepository=ID::https://maven.pkg.github.com/OWNER/REPOSITORY, where ID is the"
                            + " <server> with the token.");
        }
        DeploymentRepository repository = new DeploymentRepository();
        repository.setId(parts.group("id"));
        repository.setUrl(parts.group("url"));
        return repository;
    }
}
