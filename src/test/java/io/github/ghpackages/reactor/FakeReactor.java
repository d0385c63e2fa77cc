package io.github.ghpackages.reactor;

import io.github.ghpackages.arguments.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;

/**
 * A reactor as Maven hands it to a goal: session, projects, settings, and the descriptor that this plugin's jar will have. Its
 * modules are models in memory ({@link #module}), or poms in a folder that Maven's own model builder reads ({@link #pom}).
 */
public final class FakeReactor {

    /** A packaging whose lifecycle has no deploy. */
    public static final String WITHOUT_DEPLOY = "bare";

    private static final ExecutionEvent EVENT = (ExecutionEvent) java.lang.reflect.Proxy.newProxyInstance(
            FakeReactor.class.getClassLoader(), new Class<?>[] {ExecutionEvent.class}, (proxy, method, args) -> null);

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final DefaultRepositorySystemSession repositorySession = new DefaultRepositorySystemSession();
    private final DefaultAuthenticationSelector logins = new DefaultAuthenticationSelector();
    private final List<MavenProject> projects = new ArrayList<>();
    private final PluginDescriptor descriptor = descriptor();
    private final Plugin plugin = new Plugin();
    private final MavenSession session;
    private final Path root;
    private final PomFiles poms;

    @SuppressWarnings({"deprecation", "NullAway"}) // the one constructor that needs no container
    private FakeReactor(Path root) {
        this.root = root;
        this.poms = new PomFiles(root);
        request.setUserProperties(new Properties()).setSystemProperties(new Properties());
        repositorySession.setAuthenticationSelector(logins);
        plugin.setGroupId(descriptor.getGroupId());
        plugin.setArtifactId(descriptor.getArtifactId());
        plugin.setVersion(descriptor.getVersion());
        descriptor.setPlugin(plugin);
        session = new MavenSession(null, repositorySession, request, new DefaultMavenExecutionResult());
    }

    /** A reactor of one module in memory, {@code com.example:app}. */
    public static FakeReactor ofApp(Path root) {
        FakeReactor reactor = new FakeReactor(root);
        reactor.request.setBaseDirectory(root.toFile());
        reactor.module("app");
        return reactor;
    }

    /** A reactor of the poms that are written into this folder; poms of other projects are in a folder beside them. */
    public static FakeReactor ofPoms(Path root) {
        return new FakeReactor(root);
    }

    /** A parent with the modules a and b, the second of which it lists by its file. */
    public static FakeReactor ofTwoPoms(Path root) {
        String parent =
                "<parent><groupId>com.example</groupId><artifactId>parent</artifactId><version>1</version></parent>";
        return ofPoms(root)
                .pom(
                        ".",
                        "com.example:parent:1",
                        "<packaging>pom</packaging>",
                        "<modules><module>a</module><module>b/pom.xml</module></modules>")
                .pom("a", "com.example:a:1", parent)
                .pom("b", "com.example:b:1", parent);
    }

    /** One more module of the reactor. */
    public MavenProject module(String artifactId) {
        Model model = new Model();
        model.setModelVersion("4.0.0");
        model.setGroupId("com.example");
        model.setArtifactId(artifactId);
        model.setVersion("3.0-SNAPSHOT");
        model.setBuild(new org.apache.maven.model.Build());
        model.getBuild().addPlugin(plugin);
        model.getBuild().addPlugin(PomFiles.deployPlugin());
        MavenProject project = new MavenProject(model);
        if (request.getBaseDirectory() != null) {
            Path folder = Path.of(request.getBaseDirectory(), projects.isEmpty() ? "." : artifactId);
            model.setPomFile(folder.resolve("pom.xml").normalize().toFile());
            project.setFile(model.getPomFile());
        }
        project.setOriginalModel(model.clone());
        projects.add(project);
        session.setProjects(List.copyOf(projects));
        session.setAllProjects(List.copyOf(projects));
        return project;
    }

    /** Writes a pom: {@code coordinates} is {@code groupId:artifactId:version}, {@code more} what comes behind. */
    public FakeReactor pom(String folder, String coordinates, String... more) {
        PomFiles.write(root.resolve(folder).resolve("pom.xml"), coordinates, more);
        return this;
    }

    /** Puts another text where a pom was, as a plugin may do in a build. */
    public void overwrite(String folder, String text) {
        try {
            Files.writeString(root.resolve(folder).resolve("pom.xml"), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A pom of a project elsewhere, as a repository has it. */
    public FakeReactor elsewhere(String coordinates, String... more) {
        PomFiles.write(poms.repository(coordinates), coordinates, more);
        return this;
    }

    /** A session that builds all these folders. */
    public MavenSession session(String... folders) {
        return session(Arrays.asList(folders), Arrays.asList(folders));
    }

    /** A session that knows all these folders and builds some of them. */
    @SuppressWarnings({"deprecation", "NullAway"}) // the one constructor that needs no container
    public MavenSession session(List<String> all, List<String> built) {
        MavenSession session = new MavenSession(null, repositorySession, request, new DefaultMavenExecutionResult());
        session.setAllProjects(all.stream().map(this::project).toList());
        session.setProjects(session.getAllProjects().stream()
                .filter(project -> built.stream().anyMatch(folder -> isIn(folder, project)))
                .toList());
        return session;
    }

    /** The project of a folder's pom. */
    public MavenProject project(String folder) {
        return poms.project(folder, request.getUserProperties());
    }

    private boolean isIn(String folder, MavenProject project) {
        return project.getBasedir().toPath().equals(root.resolve(folder).normalize());
    }

    /** {@code -pl}: of all modules, the build covers this one. */
    public FakeReactor covers(MavenProject module) {
        session.setProjects(List.of(module));
        return this;
    }

    public MavenProject project() {
        return projects.get(0);
    }

    public MavenSession session() {
        return session;
    }

    public MavenExecutionRequest request() {
        return request;
    }

    /** {@code -Dghpackages.name=value}. */
    public FakeReactor typed(String name, String value) {
        request.getUserProperties().setProperty("ghpackages." + name, value);
        return this;
    }

    /** Takes that back. */
    public FakeReactor untyped(String name) {
        request.getUserProperties().remove("ghpackages." + name);
        return this;
    }

    /** The same in {@code MAVEN_OPTS}. */
    public FakeReactor systemProperty(String name, String value) {
        request.getSystemProperties().setProperty("ghpackages." + name, value);
        return this;
    }

    /** The same in {@code <properties>} of the pom. */
    public FakeReactor pomProperty(String name, String value) {
        project().getProperties().setProperty("ghpackages." + name, value);
        return this;
    }

    /** The plugin's {@code <configuration>}. */
    public FakeReactor configuration(String xml) {
        plugin.setConfiguration(dom(xml));
        return this;
    }

    /** The plugin's {@code <configuration>} in the pom of one module. */
    public FakeReactor configuration(MavenProject module, String xml) {
        Plugin own = plugin.clone();
        own.setConfiguration(dom(xml));
        module.getBuild().getPlugins().removeIf(each -> each.getKey().equals(own.getKey()));
        module.getBuild().addPlugin(own);
        module.getBuild().flushPluginMap();
        return this;
    }

    /** Puts a module's deploy at another phase. */
    public FakeReactor deploysAt(MavenProject module, String phase) {
        deploy(module).getExecutions().get(0).setPhase(phase);
        return this;
    }

    /** Does to a module's deploy what an extension does that publishes the module itself. */
    public FakeReactor isTakenOver(MavenProject module) {
        deploy(module).getExecutions().clear();
        return this;
    }

    private static Plugin deploy(MavenProject module) {
        return module.getPlugin("org.apache.maven.plugins:maven-deploy-plugin");
    }

    /** The {@code <configuration>} of an execution. */
    public FakeReactor execution(String id, String xml, String... goals) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setGoals(List.of(goals));
        execution.setConfiguration(dom(xml));
        plugin.addExecution(execution);
        plugin.flushExecutionMap();
        return this;
    }

    /** A {@code <server>} of settings.xml. */
    public FakeReactor server(String id, String token) {
        Server server = new Server();
        server.setId(id);
        server.setPassword(token);
        request.addServer(server);
        logins.add(id, new AuthenticationBuilder().addPassword(token).build());
        return this;
    }

    /** One that says for which API its token is. */
    public FakeReactor server(String id, String token, String apiUrl) {
        server(id, token);
        request.getServers()
                .get(request.getServers().size() - 1)
                .setConfiguration(dom("<apiUrl>" + apiUrl + "</apiUrl>"));
        return this;
    }

    /** The one active {@code <proxy>} of settings.xml, for all hosts. */
    public FakeReactor proxy(String host, int port) {
        Proxy proxy = new Proxy(Proxy.TYPE_HTTP, host, port);
        repositorySession.setProxySelector(repository -> proxy);
        return this;
    }

    /** {@code <distributionManagement>} of a module. */
    public FakeReactor deploys(MavenProject module, String serverId, String url) {
        DeploymentRepository repository = new DeploymentRepository();
        repository.setId(serverId);
        repository.setUrl(url);
        DistributionManagement management = new DistributionManagement();
        management.setRepository(repository);
        module.getModel().setDistributionManagement(management);
        return this;
    }

    /** The session ends; what modules have registered is done. */
    public void end() {
        request.getExecutionListener().sessionEnded(EVENT);
    }

    /** The goal, typed on the command line. */
    public MojoExecution goal(String goal) {
        return new MojoExecution(Objects.requireNonNull(descriptor.getMojo(goal), goal), "default-cli", Source.CLI);
    }

    /** The goal, in an execution of the pom. */
    public MojoExecution bound(String goal, String id) {
        return new MojoExecution(Objects.requireNonNull(descriptor.getMojo(goal), goal), id, Source.LIFECYCLE);
    }

    /** What the user wrote for the goal. */
    public Arguments arguments(String goal) {
        return arguments(goal(goal));
    }

    public Arguments arguments(MojoExecution execution) {
        session.setCurrentProject(project());
        return Arguments.read(session, execution, project());
    }

    public static PluginDescriptor descriptor() {
        try (InputStream in = FakeReactor.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return new PluginDescriptorBuilder()
                    .build(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException | PlexusConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Xpp3Dom dom(String xml) {
        try {
            return Xpp3DomBuilder.build(new StringReader("<configuration>" + xml + "</configuration>"));
        } catch (XmlPullParserException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
