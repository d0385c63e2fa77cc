package io.github.ghpackages.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code link} header of RFC 8288: where the next page is. */
public final class Links {

    /** The target stands between angle brackets, where no other one can be, whatever the package is called. */
    private static final Pattern TARGET = Pattern.compile("\\G[\\s,]*<([^<>]*)>");

    private static final Pattern PARAMETER =
            Pattern.compile("\\G\\s*;\\s*([^\\s=;,\"]+)\\s*(?:=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;,\"]*)))?");

    /** Stands for what can't be read: to drop it would make a listing look complete. */
    private static final URI NOWHERE = URI.create("about:blank");

    private record Link(URI target, List<String> relations) {}

    private final List<Link> links;

    private Links(List<Link> links) {
        this.links = links;
    }

    /** The links of this answer, resolved against the URL that was asked. */
    public static Links of(Response response, URI asked) {
        List<Link> links = new ArrayList<>();
        response.headers().all("link").forEach(value -> read(value, asked, links));
        return new Links(links);
    }

    /** The first link with this relation, such as {@code next}. */
    public Optional<URI> find(String relation) {
        return links.stream()
                .filter(link -> link.relations().contains(relation))
                .map(Link::target)
                .findFirst();
    }

    public boolean isEmpty() {
        return links.isEmpty();
    }

    private static void read(String value, URI asked, List<Link> links) {
        Matcher target = TARGET.matcher(value);
        int at = 0;
        while (target.find(at)) {
            List<String> relations = List.of();
            Matcher parameter = PARAMETER.matcher(value);
            at = target.end();
            while (parameter.find(at)) {
                at = parameter.end();
                if (parameter.group(1).equalsIgnoreCase("rel") && relations.isEmpty()) {
                    relations = relationsOf(parameter);
                }
            }
            links.add(new Link(resolve(asked, target.group(1)), relations));
        }
        if (!value.substring(at).isBlank()) {
            links.add(new Link(NOWHERE, List.of("next")));
        }
    }

    private static List<String> relationsOf(Matcher parameter) {
        String quoted = parameter.group(2);
        String value = quoted != null ? quoted : parameter.group(3) == null ? "" : parameter.group(3);
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
