package io.github.ghpackages.build;

import io.github.ghpackages.build.ReactorProjects.FirstCoordinates;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the <code>${…}</code> of a pom as Maven's model builder does. Needed for what only the raw pom has: in the
 * effective one, imported BOMs and inactive profiles are missing.
 */
final class Expressions {

    /** An expression, with its name as the first group. */
    static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]*)}");

    private final MavenProject project;
    private final FirstCoordinates coordinates;
    private final Properties userProperties;
    private final List<Properties> properties;

    private Expressions(
            MavenProject project,
            FirstCoordinates coordinates,
            Properties userProperties,
            List<Properties> properties) {
        this.project = project;
        this.coordinates = coordinates;
        this.userProperties = userProperties;
        this.properties = properties;
    }

    /** The expressions of a project, with all that its parents, its active profiles, the user and the system set. */
    static Expressions of(MavenSession session, MavenProject project) {
        return new Expressions(
                project,
                FirstCoordinates.of(session, project),
                session.getUserProperties(),
                List.of(project.getProperties(), session.getSystemProperties()));
    }

    /** Whether the text is an expression and nothing else. */
    static boolean isOne(String text) {
        return EXPRESSION.matcher(text).matches();
    }

    static boolean isLeftIn(String text) {
        return text.indexOf('$') >= 0 && EXPRESSION.matcher(text).find();
    }

    /** Where to go on behind this place in a text: an expression is passed as a whole. */
    static int next(String text, int at) {
        if (!text.startsWith("${", at)) {
            return at + 1;
        }
        int end = at + 2;
        while (end < text.length() && "{}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '}' ? end + 1 : at + 1;
    }

    /** What this build puts in the place of <code>${name}</code>, with the expressions in it. */
    Optional<String> find(String name) {
        return Optional.ofNullable(value(name));
    }

    /** The text without expressions; nothing when one of them can't be resolved. */
    Optional<String> resolve(String text) {
        String resolved = resolveWhatCanBe(text);
        return isLeftIn(resolved) ? Optional.empty() : Optional.of(resolved);
    }

    /** The text with what can be resolved resolved. */
    String resolveWhatCanBe(String text) {
        return replaceIn(text, new HashSet<>());
    }

    private String replaceIn(String text, Set<String> within) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        return EXPRESSION.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement(match, within)));
    }

    private String replacement(MatchResult match, Set<String> within) {
        String name = match.group(1);
        String value = value(name);
        if (value == null || !within.add(name)) {
            return match.group();
        }
        String resolved = replaceIn(value, within);
        within.remove(name);
        return resolved;
    }

    private @Nullable String value(String name) {
        String fromUser = userProperties.getProperty(name);
        if (fromUser != null) {
            return fromUser;
        }
        if (name.startsWith("project.") || name.startsWith("pom.")) {
            String ofProject = ofProject(name.substring(name.indexOf('.') + 1));
            if (ofProject != null) {
                return ofProject;
            }
        }
        for (Properties each : properties) {
            String value = each.getProperty(name);
            if (value != null) {
                return value;
            }
        }
        return ofProject(name);
    }

    private @Nullable String ofProject(String field) {
        var parent = project.getModel().getParent();
        return switch (field) {
            case "groupId" -> coordinates.groupId();
            case "artifactId" -> coordinates.artifactId();
            case "version" -> coordinates.version();
            case "parent.groupId" -> parent == null ? null : parent.getGroupId();
            case "parent.artifactId" -> parent == null ? null : parent.getArtifactId();
            case "parent.version" -> parent == null ? null : parent.getVersion();
            default -> null;
        };
    }
}
