package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.text.SafeText;
import java.util.Collection;
import java.util.List;

/**
 * The parameter {@code packages}, where it is given.
 *
 * @param texts names, {@code groupId:artifactId} or patterns
 * @param type GitHub's type of all of them
 */
record PackageSelection(List<String> texts, String type) {

    /** The name, or pattern of names, that a text means. */
    PackageName name(String text) {
        int colon = text.indexOf(':');
        return colon < 0 || !type.equals(PackageName.MAVEN)
                ? new PackageName(type, text)
                : PackageName.maven(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Whether one of the texts means this package. */
    boolean mean(PackageName name) {
        return texts.stream().anyMatch(text -> means(text, name));
    }

    /** A warning for each text that means none of the packages of a journal. */
    List<String> notIn(Collection<PackageName> journalled) {
        return texts.stream()
                .filter(text -> journalled.stream().noneMatch(name -> means(text, name)))
                .map(text -> "The journal has no deletions of "
                        + SafeText.harmless(name(text).value()) + ", which packages names.")
                .toList();
    }

    private boolean means(String text, PackageName name) {
        return name.type().equals(type)
                && NamePatterns.of(List.of(name(text).value())).matches(name.value());
    }
}
