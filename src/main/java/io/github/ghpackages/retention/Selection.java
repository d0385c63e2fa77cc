package io.github.ghpackages.retention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a list of names, patterns and ranges selects. An exclamation mark in front of one excludes what it matches, whatever else
 * selects it; if all have one, everything else is selected.
 */
public final class Selection {

    private static final String EXCLUDED = "!";

    /** One element of the list, as the user wrote it. */
    private record Item(String text, boolean excludes, boolean isLiteral, Predicate<String> matcher) {}

    private final List<Item> items;
    private final boolean selectsOthers;

    private Selection(List<Item> items) {
        this.items = items;
        this.selectsOthers = !items.isEmpty() && items.stream().allMatch(Item::excludes);
    }

    /**
     * Names of versions, patterns, and ranges such as {@code [1.0,2.0)}.
     *
     * @throws IllegalArgumentException in words for the user, if a text is not valid
     */
    public static Selection ofVersions(List<String> texts) {
        return new Selection(texts.stream().map(text -> item(text, true)).toList());
    }

    /**
     * Names and patterns.
     *
     * @throws IllegalArgumentException in words for the user, if a text is not valid
     */
    public static Selection ofNames(List<String> texts) {
        return new Selection(texts.stream().map(text -> item(text, false)).toList());
    }

    private static Item item(String text, boolean withRanges) {
        boolean excludes = text.startsWith(EXCLUDED);
        String matched = excludes ? text.substring(EXCLUDED.length()).strip() : text;
        if (excludes && (matched.isEmpty() || matched.startsWith(EXCLUDED))) {
            throw new IllegalArgumentException("a name or pattern must follow the exclamation mark");
        }
        if (withRanges && VersionRange.looksLikeOne(matched)) {
            return new Item(text, excludes, false, VersionRange.parse(matched)::contains);
        }
        return new Item(text, excludes, NamePatterns.isLiteral(matched), name -> NamePatterns.matches(matched, name));
    }

    /** This list and another one. */
    public Selection with(Selection more) {
        return new Selection(Stream.concat(items.stream(), more.items.stream()).toList());
    }

    /** Whether it selects this name. */
    public boolean matches(String name) {
        boolean selected = selectsOthers;
        for (Item item : items) {
            if (item.matcher().test(name)) {
                if (item.excludes()) {
                    return false;
                }
                selected = true;
            }
        }
        return selected;
    }

    /** The names that it selects and that are written as such, without a wildcard. */
    public List<String> literals() {
        return items.stream()
                .filter(item -> !item.excludes() && item.isLiteral())
                .map(Item::text)
                .filter(this::matches)
                .toList();
    }

    /** Whether it consists of names alone, so that it can't select more than its reader expects. */
    public boolean hasOnlyNames() {
        return items.stream().allMatch(item -> item.isLiteral() && !item.excludes());
    }

    /** The elements that match none of these names, as the user wrote them. */
    public List<String> unmatched(Collection<String> names) {
        List<String> unmatched = new ArrayList<>();
        for (Item item : items) {
            if (names.stream().noneMatch(item.matcher())) {
                unmatched.add(item.text());
            }
        }
        return unmatched;
    }

    /** As the user wrote it. */
    @Override
    public String toString() {
        return String.join(",", items.stream().map(Item::text).toList());
    }
}
