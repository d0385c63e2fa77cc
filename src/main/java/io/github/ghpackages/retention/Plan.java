package io.github.ghpackages.retention;

import java.util.List;
import java.util.stream.Stream;

/**
 * The verdicts over all versions of all packages of a run.
 *
 * @param packages in the order in which they were given
 * @param warnings what a person should know, such as a pattern that matched nothing
 * @param notes what is worth a line of information, such as a kind of versions for which there is no rule
 * @param stops why the plan must not be carried out (a tripwire, {@code onLastVersion=fail}); a dry run reports, then fails.
 *     Empty when it may be
 * @param liveStops why it must not be carried out although a dry run of it is fine: a name in {@code keepVersions} that does
 *     not exist, which a typing error may have made. They are in {@code warnings} too
 */
public record Plan(
        List<PackagePlan> packages,
        List<String> warnings,
        List<String> notes,
        List<String> stops,
        List<String> liveStops) {

    /** A plan without notes that a dry run and a live one treat alike. */
    public Plan(List<PackagePlan> packages, List<String> warnings, List<String> stops) {
        this(packages, warnings, List.of(), stops, List.of());
    }

    /** With more reasons why it must not be carried out. */
    public Plan withStops(List<String> more) {
        return new Plan(
                packages,
                warnings,
                notes,
                Stream.concat(stops.stream(), more.stream()).toList(),
                liveStops);
    }

    /** How many versions are deleted. */
    public int deletionCount() {
        return packages.stream().mapToInt(PackagePlan::deletionCount).sum();
    }
}
