package io.github.ghpackages.http;

import io.github.ghpackages.http.LinkScanner.Parameter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The {@code link} header of RFC 8288: where the next page is. */
public final class LinkHeader {

    /** Stands for what can't be read: to drop it would make a listing look complete. */
    private static final URI NOWHERE = URI.create("about:blank");

    private record Link(URI target, List<String> relations) {}

    private final List<Link> links;

    private LinkHeader(List<Link> links) {
        this.links = links;
    }

    /** The links of this answer, resolved against the URL that was asked. */
    public static LinkHeader of(Response response, URI asked) {
        List<Link> links = new ArrayList<>();
        for (String value : response.headers().all("link")) {
            read(value, asked, links);
        }
        return new LinkHeader(links);
    }

    /** The first link with this relation, such as {@code next}. */
    public Optional<URI> find(String relation) {
        for (Link link : links) {
            if (link.relations().contains(relation)) {
                return Optional.of(link.target());
            }
        }
        return Optional.empty();
    }

    public boolean isEmpty() {
        return links.isEmpty();
    }

    private static void read(String value, URI asked, List<Link> links) {
        LinkScanner scanner = new LinkScanner(value);
        for (Optional<String> target = scanner.target(); target.isPresent(); target = scanner.target()) {
            links.add(new Link(resolve(asked, target.get()), relations(scanner)));
        }
        if (!scanner.isAtEnd()) {
            links.add(new Link(NOWHERE, List.of("next")));
        }
    }

    /** Those of the first {@code rel}: by the standard, later ones do not count. */
    private static List<String> relations(LinkScanner scanner) {
        List<String> relations = List.of();
        for (Optional<Parameter> parameter = scanner.parameter();
                parameter.isPresent();
                parameter = scanner.parameter()) {
            if (parameter.get().name().equalsIgnoreCase("rel") && relations.isEmpty()) {
                relations = words(parameter.get().value());
            }
        }
        return relations;
    }

    private static List<String> words(String value) {
        return List.of(value.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    }

    private static URI resolve(URI asked, String target) {
        try {
            return asked.resolve(target.strip());
        } catch (IllegalArgumentException e) {
            return NOWHERE;
        }
    }
}
