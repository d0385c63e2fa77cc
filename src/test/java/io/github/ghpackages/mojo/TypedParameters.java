package io.github.ghpackages.mojo;

import io.github.ghpackages.reactor.FakeReactor;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes each {@link MojoParameter} a property that is typed, since goals read no other values than those that a user writes. */
final class TypedParameters implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        type(method, context);
        invocation.proceed();
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        type(method, context);
        invocation.proceed();
    }

    private static void type(ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws IllegalAccessException {
        FakeReactor build = ((MojoSetting) context.getRequiredTestInstance()).build;
        Parameter[] parameters = method.getExecutable().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (method.getArguments().get(i) instanceof AbstractReactorMojo mojo) {
                Properties typed = new Properties();
                for (AnnotatedElement element :
                        List.of(context.getRequiredTestClass(), method.getExecutable(), parameters[i])) {
                    AnnotationSupport.findRepeatableAnnotations(element, MojoParameter.class)
                            .forEach(each -> typed.setProperty("ghpackages." + each.name(), each.value()));
                }
                String goal = parameters[i].getAnnotation(InjectMojo.class).goal();
                MojoExtension.setVariableValueToObject(mojo, "session", new TypedSession(build.session(), typed));
                MojoExtension.setVariableValueToObject(mojo, "execution", build.goal(goal));
            }
        }
    }

    /** A session in which a goal is called with properties of its own: the others of a test may be called with different ones. */
    static final class TypedSession extends MavenSession {

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
}
