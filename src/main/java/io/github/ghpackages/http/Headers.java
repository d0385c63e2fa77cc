package io.github.ghpackages.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The headers of an answer. Names are the same in any case. */
public final class Headers {

    private final Map<String, List<String>> values = new TreeMap<>();

    Headers() {}

    void add(String name, String value) {
        values.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                .add(value);
    }

    /** The first value of the header of this name; present but empty is told apart from absent. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** All values of the header of this name, in order. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }

    /** In lower case. */
    Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    Headers with(UnaryOperator<String> change) {
        Headers changed = new Headers();
        values.forEach((name, all) -> all.forEach(value -> changed.add(name, change.apply(value))));
        return changed;
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
