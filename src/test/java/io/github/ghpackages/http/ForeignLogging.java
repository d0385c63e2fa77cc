package io.github.ghpackages.http;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

/**
 * The logging backend of the tests: one that nobody's system properties quieten, unlike Maven's own. Silent until a test
 * switches loggers on, and then at every level.
 */
public final class ForeignLogging implements AutoCloseable {

    private static final List<String> LINES = new CopyOnWriteArrayList<>();
    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();
    private static final Set<String> BELOW_INFO = Set.of("isTraceEnabled", "isDebugEnabled", "trace", "debug");
    private static volatile Predicate<String> switchedOn = name -> false;
    private static volatile boolean onlyFromInfo;

    private ForeignLogging() {}

    /** Switches these loggers on, until it is closed. */
    static ForeignLogging of(Predicate<String> names) {
        LINES.clear();
        onlyFromInfo = false;
        switchedOn = names;
        return new ForeignLogging();
    }

    /** Switches all loggers of the client on at the level that is usual, until it is closed. */
    static ForeignLogging ofWarnings() {
        LINES.clear();
        onlyFromInfo = true;
        switchedOn = name -> name.startsWith("org.apache.hc.");
        return new ForeignLogging();
    }

    /** The loggers that somebody has asked for so far. */
    static Set<String> names() {
        return Set.copyOf(NAMES);
    }

    /** What was logged, each line with its logger. */
    List<String> lines() {
        return List.copyOf(LINES);
    }

    @Override
    public void close() {
        switchedOn = name -> false;
    }

    /** A logger as SLF4J wants it. */
    public static Logger logger(String name) {
        NAMES.add(name);
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (self, method, arguments) -> answer(name, method, arguments));
    }

    private static @Nullable Object answer(String name, Method method, Object @Nullable [] arguments)
            throws ReflectiveOperationException {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(name, arguments);
        }
        if (method.getReturnType() == boolean.class) {
            return isOn(name, method);
        }
        if (method.getReturnType() == void.class && arguments != null && isOn(name, method)) {
            LINES.add(name + " " + text(arguments));
        }
        return method.getReturnType() == String.class ? name : null;
    }

    private static boolean isOn(String name, Method method) {
        return switchedOn.test(name) && !(onlyFromInfo && BELOW_INFO.contains(method.getName()));
    }

    private static String text(Object[] arguments) {
        Object[] values = arguments.length == 2 && arguments[1] instanceof Object[] several
                ? several
                : Arrays.copyOfRange(arguments, 1, arguments.length);
        return MessageFormatter.arrayFormat(String.valueOf(arguments[0]), values)
                        .getMessage() + " " + Arrays.asList(values);
    }
}
