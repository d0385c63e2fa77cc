package io.github.ghpackages.build;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.build.DeployedModules.ReactorProjects;
import io.github.ghpackages.build.FirstPom.FirstCoordinates;
import io.github.ghpackages.build.WrittenCoordinates.GappedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The versions that a reactor builds and those that its poms name, read from all its modules. */
public final class PomReferences {

    /** By name in lower case: a person may spell a package's name otherwise than the poms do. */
    private final Map<String, Map<String, PomReference>> versions = new LinkedHashMap<>();

    private final Set<HalfNamed> halfNamed = new LinkedHashSet<>();
    private final WrittenCoordinates written = new WrittenCoordinates();

    /** A version of packages whose name holds an expression that can't be resolved here. */
    private record HalfNamed(GappedName name, String version, String reason) {}

    /** Keeps what is found. */
    private final class Finding implements PomVisitor.Finding {

        @Override
        public void add(
                @Nullable String groupId, @Nullable String artifactId, @Nullable String version, String reason) {
            PomReferences.this.add(groupId, artifactId, version, reason);
        }

        @Override
        public void text(String text, String where) {
            written.add(text, where);
        }
    }

    private PomReferences() {}

    /**
     * Reads all poms of the reactor, also of modules that this build leaves out.
     *
     * @throws io.github.ghpackages.PackagesException when they can't be read as a whole: nothing may be deleted then
     */
    public static PomReferences of(MavenSession session) {
        PomReferences named = new PomReferences();
        try {
            List<MavenProject> projects = ReactorProjects.of(session);
            projects.forEach(project -> named.addBuilt(session, project));
            PomXml xml = new PomXml(session);
            projects.forEach(project -> PomVisitor.walk(session, project, xml, named.new Finding()));
        } catch (PackagesException failure) {
            throw failure;
        } catch (RuntimeException failure) {
            throw new PackagesException(
                    PackagesException.Id.POMS_NOT_READABLE,
                    "Reading the versions that the poms reference failed.",
                    "Maven's model of a module is not as expected: "
                            + failure.getClass().getSimpleName() + ".",
                    "Run the same command with -e and report what it shows; nothing was deleted.",
                    failure);
        }
        return named;
    }

    /** What the build names of this package, each with the first reason that was found. */
    public List<PomReference> of(PackageName name) {
        if (!name.type().hasCoordinates()) {
            return List.of();
        }
        List<PomReference> found =
                new ArrayList<>(versions.getOrDefault(lowerCase(name), Map.of()).values());
        halfNamed.stream()
                .filter(half -> half.name().matches(name.value()))
                .map(half -> new PomReference(name, half.version(), half.reason()))
                .distinct()
                .forEach(found::add);
        Set<String> known = found.stream().map(PomReference::version).collect(Collectors.toSet());
        written.of(name).stream()
                .filter(each -> !known.contains(each.version()))
                .forEach(found::add);
        return found;
    }

    /** By what Maven read first, and by what other plugins have made of it since: either may have been deployed. */
    private void addBuilt(MavenSession session, MavenProject project) {
        String reason = "built by this reactor";
        FirstCoordinates first = FirstCoordinates.of(session, project);
        add(first.groupId(), first.artifactId(), first.version(), reason);
        add(project.getGroupId(), project.getArtifactId(), project.getVersion(), reason);
        Artifact artifact = project.getArtifact();
        if (artifact != null) {
            add(artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion(), reason);
        }
    }

    private static String lowerCase(PackageName name) {
        return name.value().toLowerCase(Locale.ROOT);
    }

    private void add(@Nullable String groupId, @Nullable String artifactId, @Nullable String version, String reason) {
        if (groupId == null || artifactId == null || version == null || version.isBlank()) {
            return;
        }
        PackageName name = PackageName.maven(groupId.strip(), artifactId.strip());
        String text = version.strip();
        if (Expressions.isLeftIn(name.value())) {
            halfNamed.add(new HalfNamed(GappedName.of(name.value()), text, reason));
        } else {
            versions.computeIfAbsent(lowerCase(name), any -> new LinkedHashMap<>())
                    .putIfAbsent(text, new PomReference(name, text, reason));
        }
    }
}
