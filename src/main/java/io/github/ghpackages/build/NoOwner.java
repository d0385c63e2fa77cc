package io.github.ghpackages.build;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.ShownUrl;
import io.github.ghpackages.Unresolved;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.project.MavenProject;

/** Says why the owner can't be told, so that the person sees what to give. */
record NoOwner(MavenProject project, List<DeploymentRepository> repositories, Collection<String> environment) {

    PackagesException asException() {
        return new PackagesException(
                PackagesException.Id.NOTHING_TO_WORK_ON,
                "Finding the owner of the packages failed.",
                reason(),
                "Give -Dghpackages.registryUrl=https://maven.pkg.github.com/OWNER/REPOSITORY, or -Dghpackages.owner=OWNER."
                        + " A GitHub Enterprise Server needs -Dghpackages.apiUrl=https://HOST/api/v3 as well.");
    }

    private String reason() {
        if (project.getFile() == null) {
            return "There is no pom here, and nothing else names an owner.";
        }
        if (repositories.isEmpty()) {
            return Coordinates.of(project) + " has no distributionManagement with a URL.";
        }
        String urls = String.join(
                " and ",
                repositories.stream()
                        .map(DeploymentRepository::getUrl)
                        .map(ShownUrl::quoted)
                        .toList());
        return Coordinates.of(project) + " deploys to " + urls + ", which does not have the form of a GitHub registry."
                + unresolved();
    }

    /** An expression that Maven left in a URL may be why that has none of the forms. */
    private String unresolved() {
        return repositories.stream()
                .flatMap(repository -> Unresolved.in(repository.getUrl()).stream())
                .map(unresolved -> " " + unresolved.reason(environment))
                .distinct()
                .collect(Collectors.joining());
    }
}
