package io.github.ghpackages.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Plugin;
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
import org.eclipse.aether.DefaultRepositorySystemSession;

/** Poms in a folder, made into projects by Maven's own model builder; poms of other projects stand in a folder beside. */
final class Workspace {

    /** A packaging whose lifecycle has no deploy. */
    static final String WITHOUT_DEPLOY = "bare";

    private final Path root;
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    Workspace(Path root) {
        this.root = root;
        request.setUserProperties(new Properties()).setSystemProperties(new Properties());
    }

    /** A parent with the modules a and b, the second of which it lists by its file. */
    static Workspace withTwoModules(Path root) {
        String parent =
                "<parent><groupId>com.example</groupId><artifactId>parent</artifactId><version>1</version></parent>";
        return new Workspace(root)
                .pom(
                        ".",
                        "com.example:parent:1",
                        "<packaging>pom</packaging>",
                        "<modules><module>a</module><module>b/pom.xml</module></modules>")
                .pom("a", "com.example:a:1", parent)
                .pom("b", "com.example:b:1", parent);
    }

    /** What only the user says. */
    MavenExecutionRequest request() {
        return request;
    }

    /** A pom of the workspace: {@code coordinates} is {@code groupId:artifactId:version}, {@code more} what comes behind. */
    Workspace pom(String folder, String coordinates, String... more) {
        write(root.resolve(folder).resolve("pom.xml"), coordinates, more);
        return this;
    }

    /** Puts another text where a pom was, as a plugin may do in a build. */
    void overwrite(String folder, String text) {
        try {
            Files.writeString(root.resolve(folder).resolve("pom.xml"), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A pom of a project elsewhere, as it stands in a repository. */
    Workspace elsewhere(String coordinates, String... more) {
        write(repository(coordinates), coordinates, more);
        return this;
    }

    /** A session that builds all these folders. */
    MavenSession session(String... folders) {
        return session(Arrays.asList(folders), Arrays.asList(folders));
    }

    /** A session that knows all these folders and builds some of them. */
    @SuppressWarnings({"deprecation", "NullAway"}) // the one constructor that needs no container
    MavenSession session(List<String> all, List<String> built) {
        MavenSession session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        session.setAllProjects(all.stream().map(this::project).toList());
        session.setProjects(session.getAllProjects().stream()
                .filter(project -> built.stream().anyMatch(folder -> isIn(folder, project)))
                .toList());
        return session;
    }

    MavenProject project(String folder) {
        File file = root.resolve(folder).resolve("pom.xml").normalize().toFile();
        ModelBuildingResult result = build(file);
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

    private ModelBuildingResult build(File file) {
        DefaultModelBuildingRequest building = new DefaultModelBuildingRequest();
        building.setPomFile(file);
        building.setProcessPlugins(true);
        building.setUserProperties(request.getUserProperties());
        building.setModelResolver(new Elsewhere());
        try {
            return new WithLifecycle().newInstance().build(building);
        } catch (ModelBuildingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean isIn(String folder, MavenProject project) {
        return project.getBasedir().toPath().equals(root.resolve(folder).normalize());
    }

    private Path repository(String coordinates) {
        return root.resolve("elsewhere").resolve(coordinates.replace(':', '_')).resolve("pom.xml");
    }

    private static void write(Path file, String coordinates, String... more) {
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
                if (!WITHOUT_DEPLOY.equals(model.getPackaging())) {
                    new PluginMerger().mergePlugins(model, Lifecycle.deployPlugin());
                }
            };
        }
    }

    private static final class PluginMerger extends MavenModelMerger {

        void mergePlugins(Model model, Plugin plugin) {
            if (model.getBuild() == null) {
                model.setBuild(new Build());
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
