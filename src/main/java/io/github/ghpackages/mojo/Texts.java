package io.github.ghpackages.mojo;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list as users write it: comma-separated, or nested elements. */
final class Texts {

    private Texts() {}

    /** Whether it was given: for a list that was not, Maven injects an empty one. */
    static boolean areGiven(@Nullable List<String> written) {
        return written != null && !written.isEmpty();
    }

    /** Its texts without the blanks around them; none where it is absent. */
    static List<String> of(@Nullable List<String> written) {
        return written == null
                ? List.of()
                : written.stream()
                        .filter(Objects::nonNull)
                        .map(String::trim)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }
}
