package io.github.ghpackages.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code maven-metadata.xml} that Maven uploads with each build of a snapshot. */
final class SnapshotFile {

    static final String NAME = "maven-metadata.xml";

    private static final Pattern BUILD = Pattern.compile("<buildNumber>(\\d+)</buildNumber>");

    private SnapshotFile() {}

    static byte[] of(String packageName, String version, Instant at, int build) {
        int dot = packageName.lastIndexOf('.');
        String stamp = stamp("yyyyMMdd.HHmmss", at);
        String built = version.replaceFirst("SNAPSHOT$", stamp + "-" + build);
        String updated = stamp("yyyyMMddHHmmss", at);
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <metadata modelVersion="1.1.0">
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <versioning>
                    <snapshot>
                      <timestamp>%s</timestamp>
                      <buildNumber>%d</buildNumber>
                    </snapshot>
                    <lastUpdated>%s</lastUpdated>
                    <snapshotVersions>
                      <snapshotVersion>
                        <extension>jar</extension>
                        <value>%s</value>
                        <updated>%s</updated>
                      </snapshotVersion>
                    </snapshotVersions>
                  </versioning>
                </metadata>
                """.formatted(
                        packageName.substring(0, Math.max(dot, 0)),
                        packageName.substring(dot + 1),
                        version,
                        stamp,
                        build,
                        updated,
                        built,
                        updated);
        return xml.getBytes(UTF_8);
    }

    static int builds(byte[] metadata) {
        Matcher matcher = BUILD.matcher(new String(metadata, UTF_8));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static String stamp(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
