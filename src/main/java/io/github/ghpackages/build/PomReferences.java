package io.github.ghpackages.build;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.build.PomMentions.Named;
import io.github.ghpackages.build.PossibleValues.GappedText;
import io.github.ghpackages.build.ReactorProjects.FirstCoordinates;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a reactor builds and those that its poms reference: the poms of all its modules and of their parents, with every
 * value that their expressions can have.
 */
public final class PomReferences {

    /** Is in no pom. */
    private static final String SEPARATOR = "\0";

    private final MavenSession session;
    private final RawPoms poms;
    private final Map<PomElement, PomMentions> mentions = new IdentityHashMap<>();

    /** By name in lower case, since users may spell a package's name differently, and by version. */
    private final Map<GappedText, Map<String, PomReference>> references = new LinkedHashMap<>();

    private final WrittenCoordinates texts = new WrittenCoordinates();

    private PomReferences(MavenSession session) {
        this.session = session;
        this.poms = new RawPoms(session);
    }

    /**
     * Reads all poms of the reactor, also of modules that this build leaves out.
     *
     * @throws PackagesException if they can't all be read: nothing may be deleted then
     */
    public static PomReferences of(MavenSession session) {
        PomReferences references = new PomReferences(session);
        try {
            List<MavenProject> projects = ReactorProjects.of(session);
            projects.forEach(references::addBuilt);
            projects.forEach(references::addMentioned);
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
        return references;
    }

    /** The references to this package, each version with the first reason that was found. */
    public List<PomReference> of(PackageName name) {
        if (!name.type().hasCoordinates()) {
            return List.of();
        }
        String text = lowerCase(name);
        Map<String, PomReference> found = new LinkedHashMap<>();
        references.forEach((referenced, byVersion) -> {
            if (referenced.matches(text)) {
                byVersion.forEach(found::putIfAbsent);
            }
        });
        texts.of(name).forEach(each -> found.putIfAbsent(each.version(), each));
        return List.copyOf(found.values());
    }

    /** By what Maven read first, and by what other plugins have made of it since: either may have been deployed. */
    private void addBuilt(MavenProject project) {
        String reason = "built by this reactor";
        FirstCoordinates first = FirstCoordinates.of(session, project);
        add(first.groupId(), first.artifactId(), first.version(), reason);
        add(project.getGroupId(), project.getArtifactId(), project.getVersion(), reason);
        Artifact artifact = project.getArtifact();
        if (artifact != null) {
            add(artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion(), reason);
        }
    }

    /** The effective model's texts come last: the pom that wrote a text is a better reason than one that inherits it. */
    private void addMentioned(MavenProject project) {
        PossibleValues values = PossibleValues.of(session, project, poms);
        PomMentions effective = PomMentions.of(project.getModel());
        addNamed(effective, project, values);
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            MavenProject parent = pom.getParent();
            if (parent != null) {
                String kind = "a parent";
                Named named = new Named("", kind, parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
                add(named, pom, values);
            }
            for (PomElement xml : poms.of(pom)) {
                PomMentions written = mentions.computeIfAbsent(xml, PomMentions::of);
                addNamed(written, pom, values);
                addTexts(written, pom, values);
            }
        }
        addTexts(effective, project, values);
    }

    private void addNamed(PomMentions mentioned, MavenProject pom, PossibleValues values) {
        mentioned.named().forEach(named -> add(named, pom, values));
    }

    private void addTexts(PomMentions mentioned, MavenProject pom, PossibleValues values) {
        for (PomMentions.Text each : mentioned.texts()) {
            String where = each.place() + ReactorProjects.coordinates(pom);
            values.of(each.text()).forEach(value -> texts.add(value, where));
        }
    }

    /** The parts are resolved together, so that the number of values has one limit. */
    private void add(Named named, MavenProject pom, PossibleValues values) {
        String version = Objects.requireNonNullElse(named.version(), pom.getVersion());
        String together = String.join(
                SEPARATOR,
                Objects.requireNonNullElse(named.groupId(), pom.getGroupId()),
                Objects.requireNonNullElse(named.artifactId(), pom.getArtifactId()),
                version);
        List<String> all = values.of(together);
        String today = all.size() == 1 ? all.get(0) : values.today(together);
        for (String each : all) {
            String[] parts = each.split(SEPARATOR, -1);
            String written = each.equals(today) ? parts[2] : version;
            String where = named.place() + ReactorProjects.coordinates(pom);
            add(
                    parts[0],
                    parts[1],
                    parts[2],
                    "referenced as " + named.kind() + " in " + where + note(parts[2], written));
        }
    }

    /** A version explains itself; anything else is shown as it is written. */
    private static String note(String version, String written) {
        if (Expressions.isLeftIn(version)) {
            return " as " + version + ", which can't be resolved here";
        }
        if (PomReference.meansSeveral(version)) {
            return " as " + version;
        }
        return Expressions.isLeftIn(written) ? " as " + written : "";
    }

    private static String lowerCase(PackageName name) {
        return name.value().toLowerCase(Locale.ROOT);
    }

    private void add(@Nullable String groupId, @Nullable String artifactId, @Nullable String version, String reason) {
        if (groupId == null || artifactId == null || version == null || version.isBlank()) {
            return;
        }
        GappedText name = GappedText.of(lowerCase(PackageName.maven(groupId.strip(), artifactId.strip())));
        references
                .computeIfAbsent(name, any -> new LinkedHashMap<>())
                .putIfAbsent(version.strip(), new PomReference(version.strip(), reason));
    }
}
