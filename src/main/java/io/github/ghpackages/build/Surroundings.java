package io.github.ghpackages.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    private record Beside(UnreadPom pom, boolean isOnItsOwn) {}

    private final List<MavenProject> projects;
    private final @Nullable MavenProject top;
    private final PomPaths places;
    private final Set<Path> localParents = new HashSet<>();
    private final Set<String> namesOfParents = new HashSet<>();
    private final Map<Path, UnreadPom> read = new HashMap<>();

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
            Optional<Path> pom = ReactorProjects.pom(parent).filter(file -> !places.isPom(file));
            if (pom.isPresent() && localParents.add(PomPaths.real(pom.get()))) {
                namesOfParents.add(parent.getArtifactId());
            }
        }
    }

    /** A sentence about a module of the same reactor that this build leaves out, since it was not started where all are read. */
    Optional<String> leftOut() {
        return leftOutAbove().or(this::leftOutByOtherName).or(this::leftOutBeside);
    }

    private Optional<String> leftOutAbove() {
        for (MavenProject project : projects) {
            List<Path> folders = PomPaths.foldersAbove(pom(project));
            for (Path folder : folders.subList(1, folders.size())) {
                Path pom = folder.resolve(PomPaths.POM);
                if (Files.exists(pom) && !Files.isDirectory(pom) && !places.isPom(pom)) {
                    Optional<String> leftOut = leftOutOf(read(pom, text -> true), project);
                    if (leftOut.isPresent()) {
                        return leftOut;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** An aggregator that is built with {@code -f}, in the folder of a project or above. A broken one is probably no pom at all. */
    private Optional<String> leftOutByOtherName() {
        Map<Path, Optional<UnreadPom>> files = new HashMap<>();
        for (MavenProject project : projects) {
            for (Path folder : PomPaths.foldersAbove(pom(project))) {
                for (Path file : PomPaths.xmlFiles(folder)) {
                    Optional<UnreadPom> pom = files.computeIfAbsent(
                            file, each -> places.isPom(each) ? Optional.empty() : read(each, text -> false));
                    Optional<String> leftOut = leftOutOf(pom, project);
                    if (leftOut.isPresent()) {
                        return leftOut;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> leftOutOf(Optional<UnreadPom> aggregator, MavenProject project) {
        return aggregator
                .filter(pom -> pom.modules().leavesOut(project, project.equals(top), places))
                .map(pom -> PartialBuild.leftOut(project, pom.path().toString()));
    }

    /** An aggregator first: it is a clearer reason than a parent that two modules share. */
    private Optional<String> leftOutBeside() {
        List<Beside> all = beside();
        for (Beside beside : all) {
            for (MavenProject project : projects) {
                Optional<String> leftOut = leftOutOf(Optional.of(beside.pom()), project);
                if (leftOut.isPresent()) {
                    return leftOut;
                }
            }
        }
        for (Beside beside : all) {
            Optional<Path> parent = sharedParent(beside);
            if (parent.isPresent()) {
                return Optional.of(beside.pom().path() + " has the same parent as this build, " + parent.get()
                        + ", and this build leaves it out.");
            }
        }
        return Optional.empty();
    }

    private List<Beside> beside() {
        List<Beside> beside = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (MavenProject project : projects) {
            boolean isOnItsOwn = PomPaths.isTopOfProject(PomPaths.folder(pom(project)));
            for (Path folder : PomPaths.foldersAround(pom(project))) {
                for (Path pom : poms(folder, isOnItsOwn)) {
                    if (!places.isPom(pom) && seen.add(PomPaths.real(pom))) {
                        readBeside(pom, isOnItsOwn).ifPresent(read -> beside.add(new Beside(read, isOnItsOwn)));
                    }
                }
            }
        }
        return beside;
    }

    /** The parent that a pom beside the build has in common with it, where this build does not have the parent itself. */
    private Optional<Path> sharedParent(Beside beside) {
        UnreadPom child = beside.pom();
        boolean isParent = localParents.contains(PomPaths.real(child.path()));
        if (localParents.isEmpty() || isParent || projects.stream().anyMatch(child::isOf)) {
            return Optional.empty();
        }
        Set<Path> parents = new HashSet<>();
        for (Optional<Path> next = child.localParent(); next.isPresent() && parents.add(next.get()); ) {
            UnreadPom parent = readBeside(next.get(), beside.isOnItsOwn()).orElse(null);
            if (parent != null && !child.hasParent(parent)) {
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

    /**
     * The poms in the folders in this one. A folder that can't be listed may contain a pom of the same reactor, unless the project
     * begins in its own folder, which {@code .mvn} or {@code .git} marks.
     */
    private static List<Path> poms(Path folder, boolean isOnItsOwn) {
        Optional<List<Path>> poms = PomPaths.pomsBelow(folder);
        if (poms.isEmpty() && !isOnItsOwn) {
            throw UnreadPom.unreadable(folder, "The folder can't be listed.", null);
        }
        return poms.orElse(List.of());
    }

    /**
     * Reads a pom beside the build. One that is broken stops the run if it can be related: if neither it nor the project begins a
     * project of its own, and its text has what a related pom must have.
     */
    private Optional<UnreadPom> readBeside(Path pom, boolean isOnItsOwn) {
        boolean canBeRelated = !isOnItsOwn && !PomPaths.isTopOfProject(PomPaths.folder(pom));
        return !canBeRelated && !Files.isReadable(pom)
                ? Optional.empty()
                : read(pom, text -> canBeRelated && mayName(text));
    }

    private Optional<UnreadPom> read(Path pom, Predicate<String> mayBeRelated) {
        Path key = PomPaths.real(pom);
        UnreadPom known = read.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<UnreadPom> found = UnreadPom.read(pom, mayBeRelated);
        found.ifPresent(each -> read.put(key, each));
        return found;
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

    private static Path pom(MavenProject project) {
        return ReactorProjects.pom(project).orElseThrow();
    }
}
