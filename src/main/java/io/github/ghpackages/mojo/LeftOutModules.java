package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.build.DeployedModules;
import io.github.ghpackages.build.DeployedModules.DeployedModule;
import io.github.ghpackages.build.DeployedModules.LeftOutModule;
import io.github.ghpackages.build.DeployedModules.LeftOutModule.Cause;
import io.github.ghpackages.run.TargetPackage;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Says which modules a run leaves out since they do not deploy, one sentence for each cause. */
final class LeftOutModules {

    private static final int SHOWN = 5;

    private final Map<Cause, List<String>> byCause;

    private LeftOutModules(Map<Cause, List<String>> byCause) {
        this.byCause = byCause;
    }

    /** Those among these modules. */
    static LeftOutModules of(MavenSession session, Collection<MavenProject> modules) {
        return new LeftOutModules(DeployedModules.leftOut(session).stream()
                .filter(module -> modules.contains(module.project()))
                .collect(Collectors.groupingBy(
                        LeftOutModule::cause,
                        () -> new EnumMap<>(Cause.class),
                        Collectors.mapping(LeftOutModule::coordinates, Collectors.toList()))));
    }

    /** What a person may not have expected. */
    List<String> warnings() {
        return sentences(false);
    }

    /** What a pom or the user asked for. */
    List<String> notes() {
        return sentences(true);
    }

    /** Why there is nothing to work on if no module is left. */
    String reason() {
        return byCause.isEmpty()
                ? "There is no pom here."
                : "No module deploys. "
                        + Stream.concat(warnings().stream(), notes().stream()).collect(Collectors.joining(" "));
    }

    private List<String> sentences(boolean chosen) {
        return byCause.entrySet().stream()
                .filter(entry -> entry.getKey().isChosen() == chosen)
                .map(entry -> names(entry.getValue()) + (entry.getValue().size() == 1 ? " is" : " are") + " left out: "
                        + entry.getKey() + ".")
                .toList();
    }

    private static String names(List<String> coordinates) {
        String shown = coordinates.stream().limit(SHOWN).collect(Collectors.joining(", "));
        int more = coordinates.size() - SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /** A module that sets skip protects its package, even if the user names that package. */
    static final class SkippedModules {

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
                        "The modules of all these packages set ghpackages.skip=true.",
                        "Remove it from their poms, or name other packages.");
            }
            named.stream()
                    .map(TargetPackage::name)
                    .filter(leftOut::contains)
                    .distinct()
                    .forEach(name -> warnings.accept(name + " is left out: its module sets ghpackages.skip=true."));
            return rest;
        }
    }
}
