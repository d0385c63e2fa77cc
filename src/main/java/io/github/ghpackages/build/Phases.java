package io.github.ghpackages.build;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The phases of Maven's lifecycles. An execution at any other, such as {@code none} or an empty one, never runs. */
final class Phases {

    private static final Set<String> NAMES = Set.of(
            // clean, default and site of Maven 3
            ("pre-clean clean post-clean validate initialize generate-sources process-sources generate-resources"
                            + " process-resources compile process-classes generate-test-sources process-test-sources"
                            + " generate-test-resources process-test-resources test-compile process-test-classes test"
                            + " prepare-package package pre-integration-test integration-test post-integration-test"
                            + " verify install deploy pre-site site post-site site-deploy"
                            // and more of Maven 4
                            + " all each build sources resources ready unit-test test-sources test-resources")
                    .split(" "));

    private Phases() {}

    /** Whether an execution with this phase runs; without one, the goal's own phase counts. */
    static boolean isOneOrDefault(@Nullable String phase) {
        return phase == null || NAMES.contains(plain(phase.strip()));
    }

    /** Maven 4 knows {@code before:verify}, {@code after:verify} and {@code verify[100]}. */
    private static String plain(String phase) {
        int start = phase.startsWith("before:") || phase.startsWith("after:") ? phase.indexOf(':') + 1 : 0;
        int bracket = phase.indexOf('[', start);
        return phase.substring(start, bracket < 0 ? phase.length() : bracket);
    }
}
