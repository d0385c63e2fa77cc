package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.build.DeployedModules;
import io.github.ghpackages.build.DeployedModules.DeployedModule;
import io.github.ghpackages.build.PartialBuild;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Whether a build is all of its reactor. From a part nothing is deleted, since the versions of a reactor stay or go together.
 *
 * @param isBound whether the goal is bound to a phase
 */
record PartOfReactor(MavenSession session, boolean isBound) {

    /**
     * What is missing: modules that this build does not cover, or in which the goal is not bound; empty if nothing is. If no module
     * deploys, a bound goal has nothing to manage in any part.
     */
    Optional<String> missing(List<MavenProject> modules) {
        if (isBound && DeployedModules.of(session).isEmpty()) {
            return Optional.empty();
        }
        return PartialBuild.of(session).or(() -> withoutThisGoal(modules));
    }

    /** Of a module that did not run a bound goal, no more is known: Maven does not say why. */
    private Optional<String> withoutThisGoal(List<MavenProject> modules) {
        List<String> absent = DeployedModules.of(session).stream()
                .filter(deployed -> !modules.contains(deployed.project()))
                .map(DeployedModule::coordinates)
                .toList();
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                isBound
                        ? "These modules deploy, but did not run this goal in this build: " + String.join(", ", absent)
                                + ". It is not bound or is skipped there, or a build cache had their results."
                        : absent.get(0) + " deploys, but its pom sets ghpackages.skip=true.");
    }

    /** Poms outside this build may reference versions that no guard knows. */
    Optional<String> unguarded() {
        return PartialBuild.unseen(session)
                .map(why -> why + " Versions that only those modules' poms reference are not protected.");
    }

    /**
     * The failure of a goal that was asked about certain versions.
     *
     * @param what the goal does, as the beginning of a sentence
     */
    static PackagesException refusal(String what, String why) {
        return new PackagesException(
                Id.INCOMPLETE_BUILD,
                what + " from a part of a reactor was refused.",
                why,
                "Build the whole reactor, or name the packages: -Dghpackages.packages=..." + " Nothing was deleted.");
    }
}
