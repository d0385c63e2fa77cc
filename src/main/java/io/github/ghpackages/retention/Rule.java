package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.VersionOrder.RankedVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rule that the user wrote for one kind of version. A new rule is a new class, and its {@link Type} in {@link Policy#TYPES}.
 * Its {@code toString()} is what the user typed, such as {@code keepReleases=3}.
 */
public interface Rule {

    /** How a user writes a rule. There is one instance for each parameter that makes a rule. */
    final class Type implements Cause {
        private final String parameter;
        private final Function<Values, Optional<Rule>> read;

        /**
         * @param read the rule that the arguments contain, if any
         */
        Type(String parameter, Function<Values, Optional<Rule>> read) {
            this.parameter = parameter;
            this.read = read;
        }

        /** The parameter that makes it a rule. */
        @Override
        public String rule() {
            return parameter;
        }

        Optional<Rule> read(Values values) {
            return read.apply(values);
        }
    }

    /** The arguments from which rules are read, by the names of their parameters. Empty if the user gave none. */
    interface Values {
        Optional<Integer> count(String parameter);

        Optional<Age> age(String parameter);

        boolean flag(String parameter);

        List<String> texts(String parameter);
    }

    Type type();

    /** The kind of the versions that this rule judges. */
    VersionKind kind();

    /** Why this rule makes no sense, in sentences that name the parameter. */
    default List<String> problems() {
        return List.of();
    }

    /** Whether this rule alone keeps no version of its kind. */
    default boolean keepsNone() {
        return false;
    }

    /** Whether this rule needs to know how old versions of a kind are. */
    default boolean needsAgeOf(VersionKind other) {
        return false;
    }

    /** Whether it only deletes certain versions: it keeps no others, and it is no surprise if there are none. */
    default boolean onlyDeletes() {
        return false;
    }

    /** Whether something other than the package and the time, such as a branch, may change what this rule finds of the version. */
    default boolean dependsOnMoreThanPackage(PackageVersion version) {
        return false;
    }

    /** Whether it can have an effect in this package; empty if the package has no version of its kind. */
    default Optional<Boolean> hasEffectIn(PackageJudge versions) {
        return Optional.empty();
    }

    /** Why it has no effect in a package where {@link #hasEffectIn} says so. */
    default String idleness() {
        return "";
    }

    /** This rule, applied to the versions of one package. */
    Judge on(PackageJudge versions);

    /** Judges the versions of one package by one rule. */
    interface Judge {

        /** The finding on a version of the rule's kind; null if the rule does not apply to it. */
        @Nullable
        Finding judge(RankedVersion version);

        /** Whether the version has one of the places that a count grants: without it, all older ones would move up. */
        default boolean grantsPlace(RankedVersion version) {
            return false;
        }
    }

    /**
     * The finding of one rule on one version.
     *
     * @param why in plain words
     */
    record Finding(Effect effect, Cause cause, Reason why) {

        /** A finding that decides because of these parameters. */
        Finding(Effect effect, Cause cause, String fact, Object parameters) {
            this(effect, cause, Reason.of(fact, parameters));
        }

        /** This finding, with the reason of another that has the same effect. */
        Finding and(Finding other) {
            return new Finding(effect, cause, why.and(other.why));
        }
    }

    /** How a finding combines with those of other rules. */
    enum Effect {
        /** The version is deleted, whatever other rules find. */
        DELETE,
        /** The version is kept. */
        KEEP,
        /** This rule does not keep the version: it is deleted unless another rule keeps it. */
        EXPIRE
    }
}
