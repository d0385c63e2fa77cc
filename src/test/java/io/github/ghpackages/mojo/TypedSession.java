package io.github.ghpackages.mojo;

import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** A session in which a goal is called with properties of its own: the others of a test may be called with different ones. */
final class TypedSession extends MavenSession {

    private final MavenSession session;
    private final Properties typed;
    private final Properties before = new Properties();

    @SuppressWarnings({"deprecation", "NullAway"}) // the one constructor that needs no container
    TypedSession(MavenSession session, Properties typed) {
        super(null, session.getRepositorySession(), session.getRequest(), session.getResult());
        this.session = session;
        this.typed = typed;
        before.putAll(session.getUserProperties());
    }

    @Override
    public Properties getUserProperties() {
        Properties all = new Properties();
        all.putAll(session.getUserProperties());
        typed.forEach((name, value) -> {
            // What a test types itself, after the goals were made, counts.
            if (Objects.equals(before.get(name), all.get(name))) {
                all.put(name, value);
            }
        });
        return all;
    }

    @Override
    public List<MavenProject> getProjects() {
        return session.getProjects();
    }

    @Override
    public MavenProject getCurrentProject() {
        MavenProject own = super.getCurrentProject();
        return own == null ? session.getCurrentProject() : own;
    }

    @Override
    public List<MavenProject> getAllProjects() {
        return session.getAllProjects();
    }

    @Override
    public MavenProject getTopLevelProject() {
        return session.getTopLevelProject();
    }
}
