package io.github.ghpackages.build;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * Does the work of a goal that is bound to a phase once, when the session ends, instead of once per module. Counting modules or
 * looking for the last one fails under {@code -T}, {@code -rf} and {@code --fail-at-end}.
 *
 * <p>What is kept between the modules is kept in the session's repository data and made of JDK types: modules may see this
 * class through different class loaders, and a Maven daemon starts every build clean.
 */
public final class BuildEnd {

    private static final String REQUESTS = "io.github.ghpackages.requests";
    private static final String WORK = "io.github.ghpackages.work";

    private BuildEnd() {}

    /**
     * Registers one module's request. The work of the first module of an execution is done for all of them.
     *
     * @param execution the same for all modules whose work is done together
     * @param request what this module wants, by name
     * @param work gets all requests of this execution when the session ends
     * @return whether this is the first module
     */
    public static boolean register(
            MavenSession session,
            String execution,
            Map<String, String> request,
            Consumer<List<Map<String, String>>> work) {
        Queue<Map<String, String>> requests = new ConcurrentLinkedQueue<>();
        Queue<Map<String, String>> existing = executions(session).putIfAbsent(execution, requests);
        if (existing != null) {
            existing.add(Map.copyOf(request));
            return false;
        }
        requests.add(Map.copyOf(request));
        workAtEnd(session).add(() -> work.accept(List.copyOf(requests)));
        return true;
    }

    /**
     * The modules of these keys, in the order of the reactor.
     *
     * @param keys from {@link ReactorProjects#key}; other plugins may have changed a module's version since
     */
    public static List<MavenProject> modules(MavenSession session, Set<String> keys) {
        return session.getProjects().stream()
                .filter(project -> keys.contains(ReactorProjects.key(project)))
                .toList();
    }

    /** The ids of a goal's executions in this build, to be added to. */
    public static Set<String> started(MavenSession session, String goal) {
        return shared(session, "io.github.ghpackages.started." + goal);
    }

    /** The lines that this build has logged for all its modules, to be added to. */
    public static Set<String> logged(MavenSession session) {
        return shared(session, "io.github.ghpackages.logged");
    }

    /** A set that all modules of this build share. */
    @SuppressWarnings("unchecked")
    public static Set<String> shared(MavenSession session, String key) {
        SessionData data = session.getRepositorySession().getData();
        data.set(key, null, ConcurrentHashMap.newKeySet());
        return (Set<String>) data.get(key);
    }

    /** Things that all goals of this build share. What another version of this plugin put there is of classes of its own. */
    @SuppressWarnings("unchecked")
    public static ConcurrentMap<String, Object> things(MavenSession session, String key) {
        SessionData data = session.getRepositorySession().getData();
        data.set(key, null, new ConcurrentHashMap<String, Object>());
        return (ConcurrentMap<String, Object>) data.get(key);
    }

    @SuppressWarnings("unchecked")
    private static ConcurrentMap<String, Queue<Map<String, String>>> executions(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        data.set(REQUESTS, null, new ConcurrentHashMap<String, Queue<Map<String, String>>>());
        return (ConcurrentMap<String, Queue<Map<String, String>>>) data.get(REQUESTS);
    }

    @SuppressWarnings("unchecked")
    private static Queue<Runnable> workAtEnd(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        Queue<Runnable> created = new ConcurrentLinkedQueue<>();
        if (data.set(WORK, null, created)) {
            MavenExecutionRequest request = session.getRequest();
            ExecutionListener next = request.getExecutionListener();
            request.setExecutionListener(
                    workingBefore(next == null ? new AbstractExecutionListener() : next, created, session.getResult()));
        }
        return (Queue<Runnable>) data.get(WORK);
    }

    /**
     * Does the work when the session ends, before it passes the event on, so that the summary which Maven prints already knows of a
     * failure. All other events are passed on, also those that only a later Maven has.
     */
    private static ExecutionListener workingBefore(
            ExecutionListener next, Queue<Runnable> work, MavenExecutionResult result) {
        InvocationHandler handler = (proxy, event, arguments) -> {
            if (event.getName().equals("sessionEnded")) {
                work.forEach(piece -> run(piece, result));
            }
            try {
                return event.invoke(next, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        };
        return (ExecutionListener) Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(), new Class<?>[] {ExecutionListener.class}, handler);
    }

    /**
     * Each piece of work is done, whatever another one throws. Errors count too: Maven would report a success first and then print what
     * a listener throws.
     */
    private static void run(Runnable piece, MavenExecutionResult result) {
        try {
            piece.run();
        } catch (Throwable thrown) {
            result.addException(thrown);
        }
    }
}
