package io.github.ghpackages.github;

import io.github.ghpackages.text.SafeText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The scopes of a classic token, as the header {@code X-OAuth-Scopes} lists them. Present but empty: it has none. */
record Scopes(Set<String> names) {

    static Scopes of(String header) {
        Set<String> names = new TreeSet<>();
        for (String name : header.split(",")) {
            if (!name.isBlank()) {
                names.add(SafeText.harmless(name.strip()));
            }
        }
        return new Scopes(names);
    }

    /** What is missing for this. GitHub leaves out of the header what a wider scope includes. */
    List<String> missingFor(Operation operation) {
        return operation.scopes().stream()
                .filter(needed -> !names.contains(needed))
                .filter(needed -> !(needed.equals("read:packages") && names.contains("write:packages")))
                .toList();
    }

    boolean isMissingRepo() {
        return !names.contains("repo");
    }

    @Override
    public String toString() {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
