package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.build.DeployedModule;
import io.github.ghpackages.build.DeployedModules;
import io.github.ghpackages.run.TargetPackage;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** A module that says skip means it of its package, whoever names that. */
final class SkippedModules {

    private final MavenSession session;
    private final List<MavenProject> skipped;

    SkippedModules(MavenSession session, List<MavenProject> skipped) {
        this.session = session;
        this.skipped = skipped;
    }

    /** The packages that were named, without those of these modules, whether they deploy or not. */
    List<TargetPackage> leftOutOf(List<TargetPackage> named, Consumer<String> warnings) {
        if (skipped.isEmpty()) {
            return named;
        }
        Set<PackageName> leftOut = DeployedModules.all(session).stream()
                .filter(module -> skipped.contains(module.project()))
                .map(DeployedModule::name)
                .collect(Collectors.toSet());
        List<TargetPackage> rest = named.stream()
                .filter(target -> !leftOut.contains(target.name()))
                .toList();
        if (rest.isEmpty() && !named.isEmpty()) {
            throw new PackagesException(
                    Id.NOTHING_TO_WORK_ON,
                    "Finding the packages to work on failed.",
                    "The modules of all these packages say ghpackages.skip=true.",
                    "Take it out of their poms, or name other packages.");
        }
        named.stream()
                .map(TargetPackage::name)
                .filter(leftOut::contains)
                .distinct()
                .forEach(name -> warnings.accept(name + " is left out: its module says ghpackages.skip=true."));
        return rest;
    }
}
