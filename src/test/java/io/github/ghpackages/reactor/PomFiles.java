package io.github.ghpackages.reactor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingResult;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.building.StringModelSource;
import org.apache.maven.model.merge.MavenModelMerger;
import org.apache.maven.model.plugin.LifecycleBindingsInjector;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.project.MavenProject;

/** Makes projects from pom files by Maven's own model builder. */
final class PomFiles {

    private final Path root;

    PomFiles(Path root) {
        this.root = root;
    }

    MavenProject project(String folder, Properties userProperties) {
        File file = root.resolve(folder).resolve("pom.xml").normalize().toFile();
        ModelBuildingResult result = build(file, userProperties);
        MavenProject youngest = null;
        for (int i = result.getModelIds().size() - 1; i >= 0; i--) {
            String id = result.getModelIds().get(i);
            if (id.isEmpty()) {
                continue; // the super pom
            }
            MavenProject project = new MavenProject(
                    i == 0 ? result.getEffectiveModel() : result.getRawModel(id).clone());
            project.setOriginalModel(result.getRawModel(id));
            project.setFile(i == 0 ? file : result.getRawModel(id).getPomFile());
            project.setParent(youngest);
            youngest = project;
        }
        if (youngest == null) {
            throw new IllegalStateException("no model of " + file);
        }
        return youngest;
    }

    private ModelBuildingResult build(File file, Properties userProperties) {
        DefaultModelBuildingRequest building = new DefaultModelBuildingRequest();
        building.setPomFile(file);
        building.setProcessPlugins(true);
        building.setUserProperties(userProperties);
        building.setModelResolver(new Elsewhere());
        try {
            return new WithLifecycle().newInstance().build(building);
        } catch (ModelBuildingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** maven-deploy-plugin, with its goal bound to the phase of that name. */
    static Plugin deployPlugin() {
        PluginExecution execution = new PluginExecution();
        execution.setId("default-deploy");
        execution.setPhase("deploy");
        execution.addGoal("deploy");
        Plugin plugin = new Plugin();
        plugin.setArtifactId("maven-deploy-plugin");
        plugin.setVersion("3.1.4");
        plugin.addExecution(execution);
        return plugin;
    }

    Path repository(String coordinates) {
        return root.resolve("elsewhere").resolve(coordinates.replace(':', '_')).resolve("pom.xml");
    }

    static void write(Path file, String coordinates, String... more) {
        String[] parts = coordinates.split(":", -1);
        String pom = "<project><modelVersion>4.0.0</modelVersion><groupId>" + parts[0] + "</groupId><artifactId>"
                + parts[1] + "</artifactId><version>" + parts[2] + "</version>" + String.join("", more) + "</project>";
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, pom.getBytes(UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Binds maven-deploy-plugin as Maven's lifecycle does for every packaging of its own, below what the pom says of it. */
    private static final class WithLifecycle extends DefaultModelBuilderFactory {

        @Override
        protected LifecycleBindingsInjector newLifecycleBindingsInjector() {
            return (model, building, problems) -> {
                if (!FakeReactor.WITHOUT_DEPLOY.equals(model.getPackaging())) {
                    new PluginMerger().mergePlugins(model, deployPlugin());
                }
            };
        }
    }

    private static final class PluginMerger extends MavenModelMerger {

        void mergePlugins(Model model, Plugin plugin) {
            if (model.getBuild() == null) {
                model.setBuild(new org.apache.maven.model.Build());
            }
            List<Plugin> plugins = model.getBuild().getPlugins();
            plugins.stream()
                    .filter(each -> each.getKey().equals(plugin.getKey()))
                    .findFirst()
                    .ifPresentOrElse(
                            each -> mergePlugin(each, plugin, false, new HashMap<>()), () -> plugins.add(plugin));
        }
    }

    /** Parents and BOMs that are not in the workspace. */
    @SuppressWarnings("deprecation") // of Maven 3.6.3's interface
    private final class Elsewhere implements ModelResolver {

        @Override
        public ModelSource resolveModel(String groupId, String artifactId, String version) {
            return source(groupId + ":" + artifactId + ":" + version);
        }

        @Override
        public ModelSource resolveModel(Parent parent) {
            return source(parent.getGroupId() + ":" + parent.getArtifactId() + ":" + parent.getVersion());
        }

        @Override
        public ModelSource resolveModel(Dependency dependency) {
            return source(dependency.getGroupId() + ":" + dependency.getArtifactId() + ":" + dependency.getVersion());
        }

        private ModelSource source(String coordinates) {
            try {
                return new StringModelSource(Files.readString(repository(coordinates)), coordinates);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void addRepository(Repository repository) {}

        @Override
        public void addRepository(Repository repository, boolean replace) {}

        @Override
        public ModelResolver newCopy() {
            return this;
        }
    }
}
