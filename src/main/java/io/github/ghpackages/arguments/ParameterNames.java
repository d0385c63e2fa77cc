package io.github.ghpackages.arguments;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.text.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** The names of the parameters that a user can set: those of one goal, and those of all goals. */
final class ParameterNames {

    /** Before each name of a property. */
    static final String PREFIX = "ghpackages.";

    private static final String HELP = "help";

    /** A name that a user may think is the parameter for the token. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(token|password|secret|credential).*");

    private final MojoDescriptor goal;
    private final SortedSet<String> ofAnyGoal = new TreeSet<>();

    ParameterNames(MojoDescriptor goal) {
        this.goal = goal;
        for (MojoDescriptor mojo : goal.getPluginDescriptor().getMojos()) {
            if (!mojo.getGoal().equals(HELP)) {
                ofAnyGoal.addAll(of(mojo));
            }
        }
    }

    List<String> ofGoal() {
        return of(goal);
    }

    /** Whether the parameter is a list. */
    boolean isList(String name) {
        for (Parameter parameter : goal.getParameters()) {
            if (parameter.getName().equals(name)) {
                return "java.util.List".equals(parameter.getType());
            }
        }
        return false;
    }

    /** What applies if nothing is written; null: nothing. */
    @Nullable
    String defaultOf(String name) {
        PlexusConfiguration parameter = goal.getMojoConfiguration().getChild(name, false);
        return parameter == null ? null : parameter.getAttribute("default-value");
    }

    boolean isOfAnyGoal(String name) {
        return ofAnyGoal.contains(name);
    }

    /** Whether one of these goals has it; the goals of other plugins are unknown. */
    boolean isOfOneOf(Collection<String> goals, String name) {
        for (String other : goals) {
            MojoDescriptor mojo = goal.getPluginDescriptor().getMojo(other);
            if (mojo != null && of(mojo).contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Refuses a name that no goal has. */
    void requireKnown(String what, String name, String prefix) {
        if (!isOfAnyGoal(name)) {
            throw SECRET.matcher(name).matches()
                    ? noSecret(what)
                    : unknown(what, "No goal of this plugin has such a parameter.", prefix + nearest(ofAnyGoal, name));
        }
    }

    /** Refuses a name that none of these goals has. */
    void requireOneOf(Collection<String> goals, String what, String name) {
        if (!isOfOneOf(goals, name)) {
            throw unknown(
                    what,
                    goals.size() == 1
                            ? String.join("", goals) + " has no such parameter."
                            : "None of " + String.join(", ", goals) + " has such a parameter.",
                    nearest(ofGoal(), name));
        }
    }

    /** Whether it is one letter or two away from a name of any goal. */
    boolean isNearlyKnown(String name) {
        return isNear(nearest(ofAnyGoal, name), name);
    }

    /**
     * Refuses another goal's parameter where this goal's own was probably meant, such as {@code versionIds} for {@code versions}:
     * here it has no effect, and a policy would judge all versions although the user means a few.
     *
     * @param goals that the command runs
     */
    void requireNotMisplaced(Collection<String> goals, String name) {
        String near = nearest(ofGoal(), name);
        if (!ofGoal().contains(name) && isNear(near, name) && !isOfOneOf(goals, name)) {
            throw new PackagesException(
                    Id.UNKNOWN_PARAMETER,
                    "Reading " + PREFIX + name + " failed.",
                    goal.getGoal() + " has no such parameter, nor has another goal of this command.",
                    "Did you mean " + PREFIX + near + "? If not, leave it out. Nothing was changed.");
        }
    }

    /** Warns of a goal's parameter without its prefix, such as {@code -DdryRun=false}. */
    static String unprefixed(String name) {
        return "The property " + name + " has no effect; the parameter is " + PREFIX + name + ".";
    }

    /** Those that are set in these properties, without the prefix. */
    static List<String> in(Properties properties) {
        SortedSet<String> names = new TreeSet<>();
        for (String property : properties.stringPropertyNames()) {
            if (property.startsWith(PREFIX)) {
                names.add(property.substring(PREFIX.length()));
            }
        }
        return List.copyOf(names);
    }

    /** A user who took the nearest name instead would put the token into a URL. */
    private static PackagesException noSecret(String what) {
        return new PackagesException(
                Id.UNKNOWN_PARAMETER,
                "Reading " + what + " failed.",
                "No goal of this plugin has such a parameter, because others can read the command line and the pom.",
                "Put the token into the <password> of a <server> in settings.xml, whose id is ghpackages.serverId. If the value"
                        + " was a token, revoke it. Nothing was changed.");
    }

    private static PackagesException unknown(String what, String reason, String meant) {
        return new PackagesException(
                Id.UNKNOWN_PARAMETER,
                "Reading " + what + " failed.",
                reason,
                "Did you mean " + meant + "? Nothing was changed.");
    }

    private static String nearest(Collection<String> candidates, String name) {
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = Spelling.distance(candidate, name);
            if (distance < least) {
                nearest = candidate;
                least = distance;
            }
        }
        return nearest;
    }

    private static boolean isNear(String name, String other) {
        return Spelling.distance(name, other) <= 2;
    }

    private static List<String> of(MojoDescriptor mojo) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : mojo.getParameters()) {
            if (parameter.isEditable()) {
                names.add(parameter.getName());
            }
        }
        return names;
    }
}
