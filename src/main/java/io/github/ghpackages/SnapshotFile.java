package io.github.ghpackages;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a snapshot, as the snapshot's {@code maven-metadata.xml} lists it. GitHub keeps the entries of all builds in it
 * (ansible-collections/community.general#11501); other registries only the newest of each extension and classifier.
 *
 * @param classifier empty if it has none
 * @param extension such as {@code jar}, {@code pom} or {@code jar.asc}
 * @param version of its build, such as {@code 1.0-20260101.120000-7}
 * @param updated when it was deployed, as the entry writes it
 */
public record SnapshotFile(String classifier, String extension, String version, String updated) {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_+~-][A-Za-z0-9._+~-]*");
    private static final Pattern BUILD = Pattern.compile("(.*-)([0-9]{8}\\.[0-9]{6})-([0-9]{1,9})");

    /**
     * A build of a snapshot. The newest has the highest number, and of several with one number the latest time.
     *
     * @param version such as {@code 1.0-20260101.120000-7}
     * @param timestamp such as {@code 20260101.120000}
     */
    public record Build(String version, String timestamp, int number) implements Comparable<Build> {

        private static final Comparator<Build> OLDEST_FIRST = Comparator.comparingInt(Build::number)
                .thenComparing(Build::timestamp)
                .thenComparing(Build::version);

        @Override
        public int compareTo(Build other) {
            return OLDEST_FIRST.compare(this, other);
        }
    }

    /** The build of this snapshot that it belongs to; empty if it does not name one, or is not a file name that is safe to use. */
    public Optional<Build> buildOf(String snapshot) {
        Matcher named = BUILD.matcher(version);
        boolean isSafe = isSafe(version) && isSafe(extension) && (classifier.isEmpty() || isSafe(classifier));
        return isSafe && named.matches() && snapshot.equals(named.group(1) + "SNAPSHOT")
                ? Optional.of(new Build(version, named.group(2), Integer.parseInt(named.group(3))))
                : Optional.empty();
    }

    /** Whether a text can be a part of the name of a file, here and in the registry. */
    public static boolean isSafe(String part) {
        return PART.matcher(part).matches();
    }

    /** Its name in the registry. */
    public String name(String artifactId) {
        return artifactId + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + "." + extension;
    }
}
