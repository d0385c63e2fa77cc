package io.github.ghpackages.arguments;

import io.github.ghpackages.arguments.Argument.Source;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Which of several values of a parameter applies. Precautions add up: none is lost because it is also written elsewhere. */
enum Precedence {
    /** The source that comes first. */
    FIRST {
        @Override
        Optional<Argument> choose(List<Argument> written) {
            return written.isEmpty() ? Optional.empty() : Optional.of(written.get(0));
        }
    },

    /** {@code true}, wherever it is written. */
    TRUE {
        @Override
        Optional<Argument> choose(List<Argument> written) {
            Optional<Argument> chosen = Optional.empty();
            for (Argument argument : written) {
                boolean isTrue = argument.flag();
                if (chosen.isEmpty() || (isTrue && !chosen.get().flag())) {
                    chosen = Optional.of(argument);
                }
            }
            return chosen;
        }
    },

    /** The texts of all sources together. */
    UNION {
        @Override
        Optional<Argument> choose(List<Argument> written) {
            Set<String> texts = new LinkedHashSet<>();
            Set<Source> sources = new LinkedHashSet<>();
            for (Argument argument : written) {
                if (texts.addAll(argument.texts())) {
                    sources.addAll(argument.sources());
                }
            }
            return written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Argument(written.get(0).name(), String.join(",", texts), List.copyOf(sources)));
        }
    },

    /** The smallest number of deletions. */
    FEWEST {
        @Override
        Optional<Argument> choose(List<Argument> written) {
            return smallest(written, Argument::count);
        }
    },

    /** The smallest percentage. */
    SMALLEST_SHARE {
        @Override
        Optional<Argument> choose(List<Argument> written) {
            return smallest(written, Argument::percent);
        }
    };

    static Precedence of(String name) {
        return switch (name) {
            case "dryRun", "skip" -> TRUE;
            case "keepVersions" -> UNION;
            case "maxDeletions" -> FEWEST;
            case "maxDeletionShare" -> SMALLEST_SHARE;
            default -> FIRST;
        };
    }

    /**
     * The one in force; nothing if none is written.
     *
     * @param written in the order of their sources
     */
    abstract Optional<Argument> choose(List<Argument> written);

    /** Whether one that the command line overrides still counts. */
    boolean readsAll() {
        return this != FIRST;
    }

    /** A note for each value that does not apply, or that does not apply alone. */
    List<String> notes(Argument inForce, List<Argument> written) {
        Set<String> notes = new LinkedHashSet<>();
        for (Argument argument : written) {
            if (!argument.texts().equals(inForce.texts())) {
                notes.add(note(inForce, argument));
            }
        }
        return List.copyOf(notes);
    }

    private String note(Argument inForce, Argument other) {
        String start = inForce.name() + "=" + value(inForce);
        return switch (this) {
            case FIRST -> start + " overrides " + value(other) + ".";
            case TRUE -> start + " wins over " + value(other) + ".";
            case UNION -> start + ": protections add up.";
            case FEWEST, SMALLEST_SHARE -> start + " is stricter than " + value(other) + ", so it applies.";
        };
    }

    /** A URL may contain a login. */
    private static String value(Argument argument) {
        boolean isUrl = argument.text().contains("://");
        return (isUrl ? "a URL" : Argument.shown(argument.text())) + " (" + argument.source() + ")";
    }

    private static Optional<Argument> smallest(List<Argument> written, ToDoubleFunction<Argument> number) {
        return written.stream().min(Comparator.comparingDouble(number));
    }
}
