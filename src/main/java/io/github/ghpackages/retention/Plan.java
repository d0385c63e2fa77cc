package io.github.ghpackages.retention;

import java.util.List;

/**
 * The verdicts over all versions of all packages of a run.
 *
 * @param packages in the order in which they were given
 * @param warnings what a person should know, such as a pattern that matched nothing
 * @param stops why the plan must not be carried out (a tripwire, {@code onLastVersion=fail}); empty when it may be
 */
public record Plan(List<PackagePlan> packages, List<String> warnings, List<String> stops) {}
