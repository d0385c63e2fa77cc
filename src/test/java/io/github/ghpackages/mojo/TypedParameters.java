package io.github.ghpackages.mojo;

import io.github.ghpackages.reactor.FakeReactor;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Properties;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
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
}
