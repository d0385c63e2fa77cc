package io.github.ghpackages.build;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of a pom as it is written, whatever Maven's model makes of it.
 *
 * @param name with its prefix, if it has one
 * @param text what is directly in it, without blanks around
 */
record PomElement(String name, Map<String, String> attributes, String text, List<PomElement> children) {

    /** The text of a child, or of an attribute, of that name. */
    @Nullable
    String value(String valueName) {
        for (PomElement child : children) {
            if (child.name.equals(valueName)) {
                return child.text;
            }
        }
        return attributes.get(valueName);
    }
}
