package io.github.ghpackages.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.Profile;
import org.apache.maven.model.Relocation;
import org.apache.maven.model.ReportPlugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Visits every place of a project's poms that names a version. The effective model has what is inherited, active, or changed by
 * extensions. The poms of the project and all its parents, as they are written, have the rest: imported BOMs, which the effective
 * model has replaced by what they manage, parents given as a range, relocations, profiles that are not active today with what their
 * properties select elsewhere, and texts.
 */
final class PomVisitor {

    /** Takes what was found. */
    interface Finding {

        /** Coordinates of which each part has a place of its own; null where the pom leaves it out. */
        void add(@Nullable String groupId, @Nullable String artifactId, @Nullable String version, String reason);

        /** A text that may have coordinates in it. */
        void text(String text, String where);
    }

    /** Stands in no pom. */
    private static final String PART = "\0";

    private final PossibleValues values;
    private final Finding finding;
    private final MavenProject pom;
    private final String where;

    private PomVisitor(PossibleValues values, Finding finding, MavenProject pom, String where) {
        this.values = values;
        this.finding = finding;
        this.pom = pom;
        this.where = where;
    }

    static void walk(MavenSession session, MavenProject project, PomXml xml, Finding finding) {
        List<Properties> properties = new ArrayList<>();
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            xml.of(pom).forEach(each -> properties.addAll(each.properties()));
        }
        for (Profile ofSettings : session.getRequest().getProfiles()) {
            properties.add(ofSettings.getProperties());
        }
        PossibleValues values = new PossibleValues(Expressions.of(session, project), properties);
        TextsLater effective = new TextsLater(finding, new ArrayList<>());
        new PomVisitor(values, effective, project, DeployedModules.coordinates(project)).effective(project.getModel());
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            PomVisitor walk = new PomVisitor(values, finding, pom, DeployedModules.coordinates(pom));
            walk.parent(pom.getParent());
            xml.of(pom).forEach(walk::written);
        }
        effective.texts().forEach(text -> finding.text(text, DeployedModules.coordinates(project)));
    }

    /** Holds the texts back, since the pom that wrote one is a better reason than one that inherits it. */
    private record TextsLater(Finding finding, List<String> texts) implements Finding {

        @Override
        public void add(
                @Nullable String groupId, @Nullable String artifactId, @Nullable String version, String reason) {
            finding.add(groupId, artifactId, version, reason);
        }

        @Override
        public void text(String text, String where) {
            texts.add(text);
        }
    }

    private void effective(Model model) {
        base(model);
        model.getProperties().values().forEach(value -> text(value.toString()));
        if (model.getDistributionManagement() != null
                && model.getDistributionManagement().getRelocation() != null) {
            Relocation moved = model.getDistributionManagement().getRelocation();
            relocation(moved.getGroupId(), moved.getArtifactId(), moved.getVersion());
        }
        if (model.getBuild() != null) {
            build(model.getBuild());
            model.getBuild()
                    .getExtensions()
                    .forEach(each -> found(each.getGroupId(), each.getArtifactId(), each.getVersion(), "an extension"));
            model.getBuild().getPlugins().stream()
                    .filter(plugin -> plugin.getVersion() == null)
                    .forEach(plugin -> found(
                            plugin.getGroupId(), plugin.getArtifactId(), "RELEASE", "a plugin without a version"));
        }
    }

    private void parent(@Nullable MavenProject parent) {
        if (parent != null) {
            found(parent.getGroupId(), parent.getArtifactId(), parent.getVersion(), "a parent");
        }
    }

    private void base(ModelBase model) {
        dependencies(model.getDependencies(), "a dependency");
        if (model.getDependencyManagement() != null) {
            dependencies(model.getDependencyManagement().getDependencies(), "a managed dependency");
        }
        if (model.getReporting() != null) {
            model.getReporting().getPlugins().forEach(this::report);
        }
    }

    /** What a relocation leaves out is as before. */
    private void relocation(@Nullable String groupId, @Nullable String artifactId, @Nullable String version) {
        found(
                groupId == null ? pom.getGroupId() : groupId,
                artifactId == null ? pom.getArtifactId() : artifactId,
                version == null ? pom.getVersion() : version,
                "the relocation");
    }

    private void report(ReportPlugin plugin) {
        found(plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion(), "a report plugin");
        configured(plugin);
        plugin.getReportSets().forEach(this::configured);
    }

    private void dependencies(List<Dependency> dependencies, String kind) {
        for (Dependency each : dependencies) {
            String exactKind = "import".equals(each.getScope()) ? "an imported BOM" : kind;
            found(each.getGroupId(), each.getArtifactId(), each.getVersion(), exactKind);
        }
    }

    private void build(BuildBase build) {
        plugins(build, "a plugin");
        if (build.getPluginManagement() != null) {
            plugins(build.getPluginManagement(), "a managed plugin");
        }
    }

    private void plugins(PluginContainer plugins, String kind) {
        for (Plugin plugin : plugins.getPlugins()) {
            found(plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion(), kind);
            dependencies(plugin.getDependencies(), "a dependency of a plugin");
            configured(plugin);
            plugin.getExecutions().forEach(this::configured);
        }
    }

    /** Plugins take coordinates too: annotation processors, artifacts to unpack. */
    private void configured(ConfigurationContainer container) {
        if (container.getConfiguration() instanceof Xpp3Dom configuration) {
            configured(configuration);
        }
    }

    private void configured(Xpp3Dom element) {
        found(
                value(element, "groupId"),
                value(element, "artifactId"),
                value(element, "version"),
                "configured for a plugin");
        Stream.of(element.getAttributeNames()).map(element::getAttribute).forEach(this::text);
        text(element.getValue());
        for (Xpp3Dom child : element.getChildren()) {
            configured(child);
        }
    }

    private static @Nullable String value(Xpp3Dom element, String name) {
        Xpp3Dom child = element.getChild(name);
        return child == null ? element.getAttribute(name) : child.getValue();
    }

    private void written(WrittenPom written) {
        for (WrittenPom.Named each : written.named()) {
            PomVisitor there = in(each.place());
            if (each.isRelocation()) {
                there.relocation(each.groupId(), each.artifactId(), each.version());
            } else {
                there.found(each.groupId(), each.artifactId(), each.version(), each.kind());
            }
        }
        written.texts().forEach(each -> in(each.place()).text(each.text()));
    }

    private PomVisitor in(String place) {
        return place.isEmpty() ? this : new PomVisitor(values, finding, pom, place + where);
    }

    private void text(@Nullable String text) {
        if (text != null && WrittenCoordinates.mayBeIn(text)) {
            values.of(text).forEach(value -> finding.text(value, where));
        }
    }

    private void found(@Nullable String groupId, @Nullable String artifactId, @Nullable String version, String kind) {
        if (groupId == null || artifactId == null || version == null) {
            return;
        }
        // Resolved together, so that there is one limit.
        String together = String.join(PART, groupId, artifactId, version);
        List<String> all = values.of(together);
        String today = all.size() == 1 ? all.get(0) : values.today(together);
        for (String each : all) {
            String[] parts = each.split(PART, -1);
            String written = each.equals(today) ? parts[2] : version;
            finding.add(parts[0], parts[1], parts[2], "named as " + kind + " in " + where + note(parts[2], written));
        }
    }

    /** A version says itself; anything else needs to be shown, so that the reason can be understood. */
    private static String note(String version, String written) {
        if (Expressions.isLeftIn(version)) {
            return " as " + version + ", which can't be resolved here";
        }
        boolean several = version.startsWith("[") || version.startsWith("(") || PomReference.NEWEST.contains(version);
        if (several) {
            return " as " + version;
        }
        return Expressions.isLeftIn(written) ? " as " + written : "";
    }
}
