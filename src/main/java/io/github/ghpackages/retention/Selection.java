package io.github.ghpackages.retention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of names, patterns and ranges selects. An exclamation mark in front of one excludes what it matches, whatever else
 * selects it; if all have one, everything else is selected.
 */
public final class Selection {

    private static final String EXCLUDED = "!";

    /**
     * One element of the list.
     *
     * @param text as the user wrote it
     * @param pattern the name or pattern; unused for a range
     * @param range null: it is none
     */
    private record Item(
            String text,
            boolean excludes,
            String pattern,
            @Nullable VersionRange range) {

        boolean matches(String name) {
            return range == null ? NamePatterns.matches(pattern, name) : range.contains(name);
        }

        boolean isName() {
            return !excludes && range == null && NamePatterns.isLiteral(pattern);
        }
    }

    private final List<Item> items;
    private final boolean selectsOthers;

    // Plain loops: every short list comes through here, and a stream or lambda costs it milliseconds at its first use.
    private Selection(List<Item> items) {
        this.items = items;
        boolean onlyExcludes = !items.isEmpty();
        for (Item item : items) {
            onlyExcludes &= item.excludes();
        }
        this.selectsOthers = onlyExcludes;
    }

    /**
     * Names of versions, patterns, and ranges such as {@code [1.0,2.0)}.
     *
     * @throws IllegalArgumentException in words for the user, if a text is not valid
     */
    public static Selection ofVersions(List<String> texts) {
        return of(texts, true);
    }

    /**
     * Names and patterns.
     *
     * @throws IllegalArgumentException in words for the user, if a text is not valid
     */
    public static Selection ofNames(List<String> texts) {
        return of(texts, false);
    }

    private static Selection of(List<String> texts, boolean withRanges) {
        List<Item> items = new ArrayList<>(texts.size());
        for (String text : texts) {
            items.add(item(text, withRanges));
        }
        return new Selection(items);
    }

    private static Item item(String text, boolean withRanges) {
        boolean excludes = text.startsWith(EXCLUDED);
        String matched = excludes ? text.substring(EXCLUDED.length()).strip() : text;
        if (excludes && (matched.isEmpty() || matched.startsWith(EXCLUDED))) {
            throw new IllegalArgumentException("a name or pattern must follow the exclamation mark");
        }
        boolean isRange = withRanges && VersionRange.looksLikeOne(matched);
        return new Item(text, excludes, matched, isRange ? VersionRange.parse(matched) : null);
    }

    /** This list and another one. */
    public Selection with(Selection more) {
        List<Item> all = new ArrayList<>(items);
        all.addAll(more.items);
        return new Selection(all);
    }

    /** Whether it selects this name. */
    public boolean matches(String name) {
        boolean selected = selectsOthers;
        for (Item item : items) {
            if (item.matches(name)) {
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
        List<String> literals = new ArrayList<>();
        for (Item item : items) {
            if (item.isName() && matches(item.text())) {
                literals.add(item.text());
            }
        }
        return literals;
    }

    /** Whether it consists of names alone, so that it can't select more than its reader expects. */
    public boolean hasOnlyNames() {
        for (Item item : items) {
            if (!item.isName()) {
                return false;
            }
        }
        return true;
    }

    /** The elements that match none of these names, as the user wrote them. */
    public List<String> unmatched(Collection<String> names) {
        List<String> unmatched = new ArrayList<>();
        for (Item item : items) {
            if (names.stream().noneMatch(item::matches)) {
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
