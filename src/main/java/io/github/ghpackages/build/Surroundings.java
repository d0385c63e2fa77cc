package io.github.ghpackages.build;

import io.github.ghpackages.build.PomsOnDisk.AggregatorAbove;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The poms around a build that Maven has not read for it: above its projects, and beside them, where a flat layout has its
 * aggregator, its parent and its other modules. A pom that lists a project of this build, or one that has the same parent beside
 * it, belongs to the same reactor, and this build may leave out modules of it.
 */
final class Surroundings {

    /** A pom in a folder beside a project; whether that project has a folder {@code .mvn} or {@code .git} of its own. */
    private record Beside(Path pom, PomModules modules, boolean isOnItsOwn) {}

    private final List<MavenProject> projects;
    private final @Nullable MavenProject top;
    private final PomPaths places;
    private final Set<Path> localParents = new LinkedHashSet<>();
    private final Set<String> namesOfParents = new HashSet<>();
    private final PomsOnDisk poms = new PomsOnDisk();

    /**
     * @param projects all of the build, also those that it leaves out
     * @param top where the build was started
     */
    Surroundings(List<MavenProject> projects, @Nullable MavenProject top) {
        this.projects = projects;
        this.top = top;
        this.places = PomPaths.of(projects);
        projects.forEach(this::addParents);
    }

    private void addParents(MavenProject project) {
        for (MavenProject parent = project.getParent(); parent != null; parent = parent.getParent()) {
            Optional<Path> pom = FirstPom.file(parent).filter(this::isOutside);
            if (pom.isPresent() && localParents.add(PomPaths.real(pom.get()))) {
                namesOfParents.add(parent.getArtifactId());
            }
        }
    }

    /** A sentence that says which module of the same reactor this build leaves out, since it was not started where all are read. */
    Optional<String> leftOut() {
        return leftOutAbove().or(this::leftOutByOtherName).or(this::leftOutBeside);
    }

    private Optional<String> leftOutAbove() {
        for (MavenProject project : projects) {
            for (Path pom : AggregatorAbove.poms(pom(project))) {
                if (isOutside(pom) && leavesOut(poms.of(pom), project)) {
                    return Optional.of(PartialBuild.leftOut(project, pom.toString()));
                }
            }
        }
        return Optional.empty();
    }

    /** An aggregator that is built with {@code -f}, in the folder of a project or above. A broken one is probably no pom at all. */
    private Optional<String> leftOutByOtherName() {
        Map<Path, Optional<PomModules>> read = new HashMap<>();
        for (MavenProject project : projects) {
            for (Path folder : AggregatorAbove.folders(pom(project))) {
                for (Path file : PomsOnDisk.files(folder)) {
                    Optional<PomModules> modules = read.computeIfAbsent(file, each -> poms.of(each, text -> false));
                    if (isOutside(file)
                            && modules.filter(found -> leavesOut(found, project))
                                    .isPresent()) {
                        return Optional.of(PartialBuild.leftOut(project, file.toString()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** An aggregator first: it says more than a parent that two modules share. */
    private Optional<String> leftOutBeside() {
        List<Beside> beside = beside();
        return beside.stream()
                .flatMap(each -> listed(each).stream())
                .findFirst()
                .or(() -> beside.stream()
                        .flatMap(each -> sharesParent(each).stream())
                        .findFirst());
    }

    private List<Beside> beside() {
        List<Beside> beside = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (MavenProject project : projects) {
            boolean isOnItsOwn = AggregatorAbove.isTopOfProject(PomPaths.folder(pom(project)));
            for (Path folder : AggregatorAbove.foldersAround(pom(project))) {
                for (Path pom : poms(folder, isOnItsOwn)) {
                    if (isOutside(pom) && seen.add(PomPaths.real(pom))) {
                        read(pom, isOnItsOwn).ifPresent(read -> beside.add(new Beside(pom, read, isOnItsOwn)));
                    }
                }
            }
        }
        return beside;
    }

    private Optional<String> listed(Beside beside) {
        return projects.stream()
                .filter(project -> leavesOut(beside.modules(), project))
                .findFirst()
                .map(project -> PartialBuild.leftOut(project, beside.pom().toString()));
    }

    private Optional<String> sharesParent(Beside beside) {
        return sharedParent(beside)
                .map(parent -> beside.pom() + " has the same parent as this build, " + parent
                        + ", and this build leaves it out.");
    }

    private boolean leavesOut(PomModules modules, MavenProject project) {
        return modules.leavesOut(project, project.equals(top), places);
    }

    /** The parent that a pom beside the build has in common with it, where this build does not have the parent itself. */
    private Optional<Path> sharedParent(Beside beside) {
        boolean isParent = localParents.contains(PomPaths.real(beside.pom()));
        if (localParents.isEmpty() || isParent || isAnotherCheckout(beside.modules())) {
            return Optional.empty();
        }
        Set<Path> parents = new LinkedHashSet<>();
        PomModules child = beside.modules();
        for (Optional<Path> next = child.localParent(); next.isPresent() && parents.add(next.get()); ) {
            PomModules parent = read(next.get(), beside.isOnItsOwn()).orElse(null);
            if (parent != null && !child.namesAsParent(parent)) {
                return Optional.empty();
            }
            if (localParents.contains(next.get())) {
                return next;
            }
            if (parent == null) {
                return Optional.empty();
            }
            child = parent;
            next = child.localParent();
        }
        return Optional.empty();
    }

    /** The same project once more, in another folder, is no other module. */
    private boolean isAnotherCheckout(PomModules modules) {
        return projects.stream()
                .anyMatch(project -> project.getArtifactId().equals(modules.artifactId())
                        && project.getGroupId().equals(modules.groupId()));
    }

    /**
     * The poms in the folders in this one. What can't be listed may hold a pom of the same reactor; but a project with a folder
     * {@code .mvn} or {@code .git} of its own says that it begins there, so what can't be seen beside it is none of its business.
     */
    private static List<Path> poms(Path folder, boolean isOnItsOwn) {
        Optional<List<Path>> poms = PomsOnDisk.in(folder);
        if (poms.isEmpty() && !isOnItsOwn) {
            throw PomsOnDisk.notReadable(folder, "The folder can't be listed.", null);
        }
        return poms.orElse(List.of());
    }

    /**
     * Reads a pom beside the build. One that is broken stops the run if it can be related: if neither it nor the project begins a
     * project of its own, and its text has what a related pom must have.
     */
    private Optional<PomModules> read(Path pom, boolean isOnItsOwn) {
        boolean canBeRelated = !isOnItsOwn && !AggregatorAbove.isTopOfProject(PomPaths.folder(pom));
        return !canBeRelated && !Files.isReadable(pom)
                ? Optional.empty()
                : poms.of(pom, text -> canBeRelated && mayName(text));
    }

    /** A pom that lists a project has the name of its folder behind a slash, or an expression; one with the same parent names that. */
    private boolean mayName(String text) {
        boolean hasNulls = text.indexOf('\0') >= 0; // UTF-16, in which no word is found
        boolean hasModules = text.contains("<module") || text.contains("<subproject");
        return hasNulls
                || hasModules
                        && (text.contains("${") || projects.stream().anyMatch(project -> namesFolder(text, project)))
                || text.contains("<parent")
                        && namesOfParents.stream()
                                .anyMatch(name -> matches(">\\s*" + Pattern.quote(name) + "\\s*<", text));
    }

    /** Not as a part of a longer name, nor as an element's end. A name that is not ASCII may be written in any encoding. */
    private static boolean namesFolder(String text, MavenProject project) {
        String name = Objects.toString(PomPaths.folder(pom(project)).getFileName(), "");
        return name.chars().anyMatch(character -> character > '~')
                || matches("(?<!<)[/\\\\]" + Pattern.quote(name) + "(?![\\w.-])", text);
    }

    private static boolean matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).find();
    }

    private boolean isOutside(Path pom) {
        return !places.poms().contains(PomPaths.real(pom));
    }

    private static Path pom(MavenProject project) {
        return FirstPom.file(project).orElseThrow();
    }
}
