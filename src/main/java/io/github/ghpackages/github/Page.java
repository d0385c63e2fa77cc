package io.github.ghpackages.github;

import io.github.ghpackages.http.LinkHeader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of a listing.
 *
 * @param rows what stands on it
 * @param links where the others are
 */
record Page<T>(List<T> rows, LinkHeader links) {

    private static final Pattern NUMBER = Pattern.compile("(?<=[?&]page=)[0-9]{1,9}(?=&|$)");

    Optional<URI> next() {
        return links.find("next");
    }

    Optional<URI> last() {
        return links.find("last");
    }

    /** How many pages there are, by the link to the last one; empty where none is given. */
    OptionalInt count() {
        Optional<URI> last = last();
        return last.isEmpty() ? OptionalInt.empty() : numberOf(last.get());
    }

    /** The URL of a page, by the link to the last one with only its number changed. */
    URI sibling(int number) {
        String url = last().orElseThrow().toString();
        return URI.create(NUMBER.matcher(url).replaceFirst(String.valueOf(number)));
    }

    private static OptionalInt numberOf(URI url) {
        Matcher number = NUMBER.matcher(url.toString());
        return number.find() ? OptionalInt.of(Integer.parseInt(number.group())) : OptionalInt.empty();
    }
}
