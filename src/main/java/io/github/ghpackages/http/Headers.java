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
        String key = name.toLowerCase(Locale.ROOT);
        List<String> all = values.get(key);
        if (all == null) {
            all = new ArrayList<>();
            values.put(key, all);
        }
        all.add(value);
    }

    /** The first value of the header of this name; a present but empty one differs from an absent one. */
    public Optional<String> first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
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
        for (Map.Entry<String, List<String>> header : values.entrySet()) {
            for (String value : header.getValue()) {
                changed.add(header.getKey(), change.apply(value));
            }
        }
        return changed;
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
