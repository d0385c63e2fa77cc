package io.github.ghpackages.project;

import io.github.ghpackages.PackagesException;
import java.util.List;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.project.MavenProject;

/** Says why the owner can't be told, so that the person sees what to give. */
record NoOwner(MavenProject project, List<DeploymentRepository> repositories) {

    PackagesException asException() {
        return new PackagesException(
                PackagesException.Id.NOTHING_TO_WORK_ON,
                "Finding out whose packages are meant failed.",
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
                        .map(Urls::shown)
                        .toList());
        return Coordinates.of(project) + " deploys to " + urls
                + ", which has none of the forms of GitHub's registries.";
    }
}
