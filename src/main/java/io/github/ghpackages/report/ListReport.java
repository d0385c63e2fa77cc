package io.github.ghpackages.report;

import java.time.Instant;
import java.util.List;

/**
 * What {@code list-versions} found.
 *
 * @param now the server's time, from which the days left to restore are counted
 * @param warnings what a person should know
 * @param packages in the order in which they were asked for
 */
public record ListReport(Instant now, List<String> warnings, List<ListedPackage> packages) {}
