package io.github.ghpackages.retention;

import java.util.Optional;

/** What decided on a version. Reports show {@link #rule()}; code compares the cause itself. */
public sealed interface Cause permits Cause.Step, Cause.Stored, Rule.Type {

    /** The name in reports and plans: of the parameter that decided, or of the step. */
    String rule();

    /** What decides besides the rules of a policy. */
    enum Step implements Cause {
        KEEP_VERSIONS("keepVersions"),
        NOT_SELECTED("versions"),
        NO_RULE("no-rule"),
        GUARD("guard"),
        COHERENCE("coherence"),
        LAST_VERSION("onLastVersion"),
        NAMED("versions"),
        NOT_NAMED("versions"),
        ID_NAMED("versionIds"),
        ID_NOT_NAMED("versionIds"),
        PACKAGE_NAMED("packages"),
        KEEP_BUILDS("keepBuilds"),
        NOT_IN_PLAN("applyPlan");

        private final String rule;

        Step(String rule) {
            this.rule = rule;
        }

        @Override
        public String rule() {
            return rule;
        }
    }

    /** What decided when a stored plan was made, other than a rule: a step, or a rule of another version of the plugin. */
    record Stored(String rule) implements Cause {}

    /** What a stored plan names. */
    static Cause ofStored(String rule) {
        Optional<Cause> known = Policy.TYPES.stream()
                .filter(type -> type.rule().equals(rule))
                .map(Cause.class::cast)
                .findFirst();
        return known.orElseGet(() -> new Stored(rule));
    }
}
