package io.github.ghpackages.mojo;

import java.util.List;
import java.util.Objects;

/** A list as users write it: comma-separated, or nested elements. */
final class Texts {

    private Texts() {}

    /** Its texts without the blanks around them; blank ones are left out. */
    static List<String> of(List<String> written) {
        return written.stream()
                .filter(Objects::nonNull)
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
