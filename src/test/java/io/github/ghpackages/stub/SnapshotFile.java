package io.github.ghpackages.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code maven-metadata.xml} that Maven uploads with each build of a snapshot. GitHub does not replace it: the entries of all
 * earlier builds stay in it, oldest first (ansible-collections/community.general#11501), so its checksums are GitHub's, too.
 */
final class SnapshotFile {

    static final String NAME = "maven-metadata.xml";

    private static final Pattern ENTRY =
            Pattern.compile("[ \\t]*<snapshotVersion>.*?</snapshotVersion>\\R?", Pattern.DOTALL);
    private static final Pattern ENTRIES =
            Pattern.compile("(<snapshotVersions>\\s*?\\R?)(.*?)([ \\t]*</snapshotVersions>)", Pattern.DOTALL);
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

    /** The version after an upload of its metadata, or of a checksum of it. */
    static StubVersion put(StubVersion version, String file, byte[] content) {
        if (!file.equals(NAME)) {
            return version;
        }
        byte[] before = version.files().get(NAME);
        byte[] merged = before == null ? content : merged(new String(before, UTF_8), new String(content, UTF_8));
        return version.withFile(NAME, merged)
                .withFile(NAME + ".sha1", digest("SHA-1", merged))
                .withFile(NAME + ".md5", digest("MD5", merged));
    }

    private static byte[] merged(String before, String uploaded) {
        List<String> entries = new ArrayList<>();
        ENTRY.matcher(before).results().forEach(entry -> entries.add(entry.group()));
        List<String> known = entries.stream().map(String::strip).toList();
        ENTRY.matcher(uploaded)
                .results()
                .map(MatchResult::group)
                .filter(entry -> !known.contains(entry.strip()))
                .forEach(entries::add);
        return ENTRIES.matcher(uploaded)
                .replaceFirst(
                        found -> Matcher.quoteReplacement(found.group(1) + String.join("", entries) + found.group(3)))
                .getBytes(UTF_8);
    }

    static byte[] digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(content))
                    .getBytes(UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static int builds(byte[] metadata) {
        Matcher matcher = BUILD.matcher(new String(metadata, UTF_8));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** The version of the newest build. */
    static String last(byte[] metadata, String version) {
        String text = new String(metadata, UTF_8);
        Matcher stamp = Pattern.compile("<timestamp>([0-9.]+)</timestamp>").matcher(text);
        if (!stamp.find()) {
            throw new IllegalArgumentException("no timestamp");
        }
        return version.replaceFirst("SNAPSHOT$", stamp.group(1) + "-" + builds(metadata));
    }

    /** Text that names the file; a pom can be read as one, too. */
    static String content(String packageName, String artifactId, String version, String name) {
        String text = "content of " + name;
        return !name.endsWith(".pom")
                ? text
                : "<project><modelVersion>4.0.0</modelVersion><groupId>"
                        + packageName.substring(0, packageName.length() - artifactId.length() - 1)
                        + "</groupId><artifactId>" + artifactId + "</artifactId><version>" + version + "</version><!-- "
                        + text + " --></project>";
    }

    /** The metadata with entries of a pom and of sources beside the jar of a build. */
    static byte[] withPomAndSources(byte[] metadata, String build) {
        String text = new String(metadata, UTF_8);
        String jar = ENTRY.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(entry -> entry.contains(">" + build + "<"))
                .findFirst()
                .orElseThrow();
        String pom = jar.replace("<extension>jar<", "<extension>pom<");
        String sources = jar.replace("<extension>", "<classifier>sources</classifier><extension>");
        return text.replace(jar, jar + pom + sources).getBytes(UTF_8);
    }

    private static String stamp(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
