package io.github.ghpackages.http;

import io.github.ghpackages.http.LinkHeader.LinkScanner.Parameter;
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

    /** Reads a {@code link} header from left to right, once, part by part. */
    static final class LinkScanner {

        private static final String ENDS_NAME = "=;,\"";
        private static final String ENDS_VALUE = ";,\"";

        private final String text;
        private int at;

        /**
         * What a link says about itself.
         *
         * @param value empty where it has none
         */
        record Parameter(String name, String value) {}

        LinkScanner(String text) {
            this.text = text;
        }

        /** The next link's target, between its angle brackets; empty where none is next. */
        Optional<String> target() {
            int start = at;
            while (start < text.length() && (isBlank(start) || text.charAt(start) == ',')) {
                start++;
            }
            if (!isAt(start, '<')) {
                return Optional.empty();
            }
            int end = start + 1;
            while (end < text.length() && !isOneOf("<>", end)) {
                end++;
            }
            if (!isAt(end, '>')) {
                return Optional.empty();
            }
            at = end + 1;
            return Optional.of(text.substring(start + 1, end));
        }

        /** The next parameter of the link that was read last; empty where none is next. */
        Optional<Parameter> parameter() {
            int semicolon = behindBlanks(at);
            if (!isAt(semicolon, ';')) {
                return Optional.empty();
            }
            int name = behindBlanks(semicolon + 1);
            int end = behindWord(name, ENDS_NAME);
            if (end == name) {
                return Optional.empty();
            }
            at = behindBlanks(end);
            return Optional.of(new Parameter(text.substring(name, end), isAt(at, '=') ? value(at + 1) : ""));
        }

        /** Whether something is left that is neither. */
        boolean isAtEnd() {
            return behindBlanks(at) >= text.length();
        }

        private String value(int behindEquals) {
            int start = behindBlanks(behindEquals);
            if (isAt(start, '"')) {
                int end = closingQuote(start + 1);
                at = end < text.length() ? end + 1 : start;
                return text.substring(start + 1, Math.min(end, text.length()));
            }
            at = behindWord(start, ENDS_VALUE);
            return text.substring(start, at);
        }

        private int closingQuote(int start) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '"') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return end;
        }

        private int behindBlanks(int start) {
            int end = start;
            while (end < text.length() && isBlank(end)) {
                end++;
            }
            return end;
        }

        private int behindWord(int start, String enders) {
            int end = start;
            while (end < text.length() && !isBlank(end) && !isOneOf(enders, end)) {
                end++;
            }
            return end;
        }

        private boolean isBlank(int index) {
            return Character.isWhitespace(text.charAt(index));
        }

        private boolean isOneOf(String characters, int index) {
            return characters.indexOf(text.charAt(index)) >= 0;
        }

        private boolean isAt(int index, char character) {
            return index < text.length() && text.charAt(index) == character;
        }
    }
}
