package io.github.ghpackages.mojo;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.util.xml.XmlStreamReader;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;

/**
 * A build of one project in which a goal runs, of Maven's own objects: the harness would put mocks in their places. A test
 * hands them on by methods that are annotated with {@code @Provides} and have no parameters.
 */
final class GoalSession {

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final DefaultAuthenticationSelector logins = new DefaultAuthenticationSelector();
    private final MavenProject project = new MavenProject();

    GoalSession() {
        request.setUserProperties(new Properties()).setSystemProperties(new Properties());
        project.setGroupId("com.example");
        project.setArtifactId("app");
        project.setVersion("1.0-SNAPSHOT");
    }

    /** As {@code -Dname=value}. */
    GoalSession property(String name, String value) {
        request.getUserProperties().setProperty(name, value);
        return this;
    }

    /** A {@code <server>} with a password. */
    GoalSession server(String id, String password) {
        Server server = new Server();
        server.setId(id);
        request.addServer(server);
        logins.add(id, new AuthenticationBuilder().addPassword(password).build());
        return this;
    }

    MavenProject project() {
        return project;
    }

    @SuppressWarnings({"deprecation", "NullAway"}) // the one constructor that needs no container
    MavenSession session(Path folder) {
        project.setFile(folder.resolve("pom.xml").toFile());
        var repositories = new DefaultRepositorySystemSession().setAuthenticationSelector(logins);
        request.setBaseDirectory(folder.toFile());
        MavenSession session = new MavenSession(null, repositories, request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(project));
        session.setAllProjects(List.of(project));
        return session;
    }

    /** A goal typed on the command line, described as Maven will see it. */
    MojoExecution execution(String goal) {
        try (InputStream descriptor = GoalSession.class.getResourceAsStream("/META-INF/maven/plugin.xml");
                Reader reader = new XmlStreamReader(Objects.requireNonNull(descriptor))) {
            PluginDescriptor plugin = new PluginDescriptorBuilder().build(reader);
            plugin.setPlugin(pluginOf(plugin));
            return new MojoExecution(plugin.getMojo(goal), "default-cli", MojoExecution.Source.CLI);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (PlexusConfigurationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Plugin pluginOf(PluginDescriptor descriptor) {
        Plugin plugin = new Plugin();
        plugin.setGroupId(descriptor.getGroupId());
        plugin.setArtifactId(descriptor.getArtifactId());
        plugin.setVersion(descriptor.getVersion());
        return plugin;
    }
}
