package io.github.ghpackages.project;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Visits every place of a project's poms that names a version. The effective model has what is inherited and active; the raw
 * poms of the project and all its parents have the rest: imported BOMs, which the effective model has replaced by what they
 * manage, parents given as a range, and profiles that are not active today, with what their properties select elsewhere.
 */
final class PomWalk {

    /** Takes what was found; null where the pom leaves it out. */
    interface Finding {
        void add(@Nullable String groupId, @Nullable String artifactId, @Nullable String version, String reason);
    }

    private final Expressions expressions;
    private final Finding finding;
    private final String where;
    private final boolean onlyExpressions;

    private PomWalk(Expressions expressions, Finding finding, String where, boolean onlyExpressions) {
        this.expressions = expressions;
        this.finding = finding;
        this.where = where;
        this.onlyExpressions = onlyExpressions;
    }

    static void walk(MavenProject project, RawPoms poms, Expressions expressions, Finding finding) {
        new PomWalk(expressions, finding, Coordinates.of(project), false).effective(project.getModel());
        List<Model> models = new ArrayList<>();
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            PomWalk walk = new PomWalk(expressions, finding, Coordinates.of(pom), false);
            walk.parent(pom.getParent());
            for (Model model : poms.of(pom)) {
                models.add(model);
                walk.raw(model, "");
            }
        }
        for (OtherBuild other : OtherBuild.of(models)) {
            otherwise(other, project, poms, expressions.with(other.properties()), finding);
        }
    }

    /** What has no expression is the same in every build, and was found already. */
    private static void otherwise(
            OtherBuild build, MavenProject project, RawPoms poms, Expressions expressions, Finding finding) {
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            for (Model model : poms.of(pom)) {
                new PomWalk(expressions, finding, Coordinates.of(pom), true).raw(model, build.where());
            }
        }
    }

    private void effective(Model model) {
        model(model);
        if (model.getBuild() != null) {
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

    private void raw(Model model, String build) {
        new PomWalk(expressions, finding, where + build, onlyExpressions).model(model);
        for (Profile profile : model.getProfiles()) {
            String name = "profile " + profile.getId() + " of " + where + build;
            PomWalk ofProfile = new PomWalk(expressions.with(profile.getProperties()), finding, name, onlyExpressions);
            ofProfile.base(profile);
            if (profile.getBuild() != null) {
                ofProfile.build(profile.getBuild());
            }
        }
    }

    private void model(Model model) {
        var parent = model.getParent();
        if (parent != null) {
            found(parent.getGroupId(), parent.getArtifactId(), parent.getVersion(), "a parent");
        }
        base(model);
        Build build = model.getBuild();
        if (build != null) {
            build(build);
            build.getExtensions()
                    .forEach(each -> found(each.getGroupId(), each.getArtifactId(), each.getVersion(), "an extension"));
        }
    }

    private void base(ModelBase model) {
        dependencies(model.getDependencies(), "a dependency");
        if (model.getDependencyManagement() != null) {
            dependencies(model.getDependencyManagement().getDependencies(), "a managed dependency");
        }
        if (model.getReporting() != null) {
            model.getReporting()
                    .getPlugins()
                    .forEach(each ->
                            found(each.getGroupId(), each.getArtifactId(), each.getVersion(), "a report plugin"));
        }
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
                text(element, "groupId"),
                text(element, "artifactId"),
                text(element, "version"),
                "configured for a plugin");
        for (Xpp3Dom child : element.getChildren()) {
            configured(child);
        }
    }

    private static @Nullable String text(Xpp3Dom element, String name) {
        Xpp3Dom child = element.getChild(name);
        return child == null ? null : child.getValue();
    }

    private void found(@Nullable String groupId, @Nullable String artifactId, @Nullable String version, String kind) {
        if (groupId == null || artifactId == null || version == null) {
            return;
        }
        if (onlyExpressions && (groupId + artifactId + version).indexOf('$') < 0) {
            return;
        }
        String resolved = expressions.resolveWhatCanBe(version);
        finding.add(
                expressions.resolveWhatCanBe(groupId),
                expressions.resolveWhatCanBe(artifactId),
                resolved,
                "named as " + kind + " in " + where + note(resolved));
    }

    /** A version says itself; anything else needs to be shown, so that the reason can be understood. */
    private static String note(String version) {
        if (Expressions.isLeftIn(version)) {
            return " as " + version + ", which can't be resolved here";
        }
        boolean several = version.startsWith("[") || version.startsWith("(") || NamedVersion.NEWEST.contains(version);
        return several ? " as " + version : "";
    }
}
