package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.Selection;
import io.github.ghpackages.run.ConnectedAccount;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The parameter {@code packages}, if it is given.
 *
 * @param texts names, {@code groupId:artifactId} or patterns; one with {@code !} in front is excluded
 * @param type GitHub's type of all of them
 * @param selection the same as names and patterns of names
 */
record PackageSelection(List<String> texts, PackageType type, Selection selection) {

    private static final String EXCLUDED = "!";

    static PackageSelection of(Argument packages, PackageType type) {
        Selection selection = Selection.ofNames(List.of());
        for (Argument element : packages.elements()) {
            try {
                selection = selection.with(Selection.ofNames(List.of(nameOf(element.text(), type))));
            } catch (IllegalArgumentException e) {
                throw element.wrong(
                        String.valueOf(e.getMessage()),
                        "Write names, groupId:artifactId or patterns, separated by commas; ! excludes.");
            }
        }
        return new PackageSelection(packages.texts(), type, selection);
    }

    /** Those of an owner, all of one type. */
    static PackageSelection all(PackageType type) {
        return new PackageSelection(List.of("*"), type, Selection.ofNames(List.of("*")));
    }

    /** The name, or pattern of names, that a text means; with {@code !} if the text has one. */
    private static String nameOf(String text, PackageType type) {
        boolean excluded = text.startsWith(EXCLUDED);
        String name = excluded ? text.substring(EXCLUDED.length()).strip() : text;
        int colon = name.indexOf(':');
        String composed = colon < 0 || !type.hasCoordinates()
                ? name
                : PackageName.maven(name.substring(0, colon), name.substring(colon + 1))
                        .value();
        return excluded ? EXCLUDED + composed : composed;
    }

    /** Whether they can be known only from the owner's listing. */
    boolean needsListing() {
        if (literals().isEmpty()) {
            return true;
        }
        for (String text : texts) {
            if (!text.startsWith(EXCLUDED) && !NamePatterns.isLiteral(text)) {
                return true;
            }
        }
        return false;
    }

    /** The texts that are names of single packages, which nothing excludes, with those names. */
    Map<String, PackageName> literals() {
        List<String> selected = selection.literals();
        Map<String, PackageName> literals = new LinkedHashMap<>();
        for (String text : texts) {
            String name = nameOf(text, type);
            if (selected.contains(name)) {
                literals.put(text, new PackageName(type, name));
            }
        }
        return literals;
    }

    /** Whether they contain this package. */
    boolean mean(PackageName name) {
        return name.type() == type && selection.matches(name.value());
    }

    /** A warning for each text that means none of the packages of a journal. */
    List<String> notIn(Collection<PackageName> journalled) {
        return texts.stream()
                .filter(text -> !text.startsWith(EXCLUDED))
                .filter(text -> journalled.stream().noneMatch(name -> means(text, name)))
                .map(text -> "The journal has no deletions of " + nameOf(text, type) + ", which packages names.")
                .toList();
    }

    private boolean means(String text, PackageName name) {
        return name.type() == type && NamePatterns.matches(nameOf(text, type), name.value());
    }

    /** A package of an owner that is selected, with what the owner's listing shows of it; null if it was not listed. */
    record Selected(PackageName name, String text, @Nullable PackageDetails details) {}

    /**
     * Those of an account.
     *
     * @param listing lists the packages of an account
     * @param repository {@code owner/name} of the repository in which they must be; null: any
     * @param looksUp whether a package that is named is looked up, and left out if it is in another repository
     * @param warnings takes what matched nothing or is left out
     */
    List<Selected> in(
            ConnectedAccount account,
            BiFunction<ConnectedAccount, PackageType, List<PackageDetails>> listing,
            @Nullable String repository,
            boolean looksUp,
            Consumer<String> warnings) {
        Map<String, Selected> selected = new LinkedHashMap<>();
        for (Map.Entry<String, PackageName> literal : literals().entrySet()) {
            PackageName name = literal.getValue();
            boolean isElsewhere = repository != null && looksUp && isElsewhere(account, name, repository, warnings);
            if (!isElsewhere) {
                selected.put(name.value(), new Selected(name, literal.getKey(), null));
            }
        }
        if (needsListing()) {
            List<PackageDetails> listed = listing.apply(account, type).stream()
                    .filter(details -> repository == null || repository.equalsIgnoreCase(details.repository()))
                    .toList();
            listed.stream()
                    .filter(details -> selection.matches(details.name().value()))
                    .forEach(details -> selected.merge(
                            details.name().value(),
                            new Selected(details.name(), details.name().value(), details),
                            (named, found) -> new Selected(named.name(), named.text(), details)));
            String where = account.owner() + (repository == null ? "." : " in " + repository + ".");
            selection
                    .unmatched(listed.stream()
                            .map(details -> details.name().value())
                            .toList())
                    .stream()
                    .filter(text -> !NamePatterns.isLiteral(text) || text.startsWith(EXCLUDED))
                    .forEach(text -> warnings.accept("packages=" + text + " matches no package of " + where));
        }
        return List.copyOf(selected.values());
    }

    /** A package that is not found is left in, since each goal says what is missing. */
    private static boolean isElsewhere(
            ConnectedAccount account, PackageName name, String repository, Consumer<String> warnings) {
        Optional<PackageDetails> found = account.github().find(account.owner(), name);
        boolean elsewhere =
                found.isPresent() && !repository.equalsIgnoreCase(found.get().repository());
        if (elsewhere) {
            warnings.accept(name + " is left out: it is not in the repository " + repository + ".");
        }
        return elsewhere;
    }
}
