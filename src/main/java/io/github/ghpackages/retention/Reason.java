package io.github.ghpackages.retention;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a version is kept or deleted, in plain words, such as {@code 3rd newest of 5 releases (keepReleases=3)}.
 *
 * @param findings of the rules or steps that decided
 */
public record Reason(List<Finding> findings) {

    /**
     * What one rule or step found.
     *
     * @param fact about the version
     * @param parameters because of which the fact decides, as the user typed them; empty if the fact says it all
     */
    public record Finding(String fact, String parameters) {

        @Override
        public String toString() {
            return parameters.isEmpty() ? fact : fact + " (" + parameters + ")";
        }
    }

    /** A fact that decides because of these parameters. */
    static Reason of(String fact, Object parameters) {
        return new Reason(List.of(new Finding(fact, parameters.toString())));
    }

    /** A fact that needs no parameter. */
    public static Reason of(String fact) {
        return of(fact, "");
    }

    /** This reason and another that led to the same decision. */
    Reason and(Reason other) {
        return new Reason(
                Stream.concat(findings.stream(), other.findings.stream()).toList());
    }

    /** What was found, without the parameters. */
    public String facts() {
        return findings.stream().map(Finding::fact).collect(Collectors.joining("; "));
    }

    /** The parameters because of which that decides; empty if there are none. */
    public String parameters() {
        return findings.stream()
                .map(Finding::parameters)
                .filter(parameters -> !parameters.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return findings.stream().map(Finding::toString).collect(Collectors.joining("; "));
    }
}
