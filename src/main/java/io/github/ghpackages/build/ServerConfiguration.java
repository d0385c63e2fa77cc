package io.github.ghpackages.build;

import java.util.Arrays;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The {@code <configuration>} of a {@code <server>}. */
record ServerConfiguration(@Nullable Xpp3Dom element) {

    static ServerConfiguration of(Server server) {
        return new ServerConfiguration(server.getConfiguration() instanceof Xpp3Dom element ? element : null);
    }

    /** The text of a child; nothing when it is missing or empty. */
    Optional<String> text(String child) {
        return element == null ? Optional.empty() : text(element, child);
    }

    /** The value of {@code <httpHeaders><property><name>…</name><value>…</value>}, as Maven's transport reads it. */
    Optional<String> httpHeader(String name) {
        Xpp3Dom headers = element == null ? null : element.getChild("httpHeaders");
        if (headers == null) {
            return Optional.empty();
        }
        return Arrays.stream(headers.getChildren("property"))
                .filter(property ->
                        text(property, "name").filter(name::equalsIgnoreCase).isPresent())
                .findFirst()
                .flatMap(property -> text(property, "value"));
    }

    private static Optional<String> text(Xpp3Dom parent, String name) {
        Xpp3Dom child = parent.getChild(name);
        return Optional.ofNullable(child == null ? null : child.getValue())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
