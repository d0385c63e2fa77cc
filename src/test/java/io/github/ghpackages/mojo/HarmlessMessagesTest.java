package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.ghpackages.PackagesException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package that somebody named so that a terminal or a CI runner would obey its name. */
@MojoTest
class HarmlessMessagesTest extends MojoSetting {

    private static final String EVIL = "evil\n::error::pwned\u001b[31m ##[error]\u202e";
    private static final String HARMLESS = "acme/evil\\n::error::pwned\\u001b[31m #\\u0023[error]\\u202e";

    HarmlessMessagesTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
        build.typed("packages", "*").typed("packageType", "npm").typed("format", "table");
    }

    @BeforeEach
    void publish() {
        for (int i = 0; i < 4; i++) {
            github.state().publish("npm", "acme/app", EVIL, "1." + i, Instant.parse("2026-01-01T00:00:00Z"));
        }
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "maxDeletionShare", value = "1")
    void a_tripwire_names_the_package_without_obeying_it(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws IOException {
        PackagesException failure = refusal(prune);

        assertThat(failure.reason())
                .isEqualTo("The plan deletes 3 of the 4 active versions of " + HARMLESS
                        + ", more than maxDeletionShare=1 allows.");
        assertHarmless(failure);
    }

    @Test
    @MojoParameter(name = "versions", value = "1.0,1.1,1.2,1.3")
    @MojoParameter(name = "onLastVersion", value = "fail")
    void a_plan_that_empties_the_package_names_it_without_obeying_it(
            @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws IOException {
        PackagesException failure = refusal(delete);

        assertThat(failure.reason())
                .isEqualTo(
                        "The plan leaves no version of " + HARMLESS + ": it deletes 4 versions (onLastVersion=fail).");
        assertHarmless(failure);
    }

    @Test
    @MojoParameter(name = "versions", value = EVIL)
    @MojoParameter(name = "dryRun", value = "true")
    void a_warning_names_what_was_typed_without_obeying_it_in_the_log_and_in_json(
            @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        build.typed("format", "json");
        List<String> lines = new ArrayList<>();
        delete.setLog(new SystemStreamLog() {
            @Override
            public void warn(CharSequence line) {
                lines.add(line.toString());
            }
        });
        String expected = "versions=" + HARMLESS.substring("acme/".length()) + " is in none of the packages.";

        delete.execute();

        assertThat(lines).contains(expected);
        assertThat(JsonParser.parseString(report())
                        .getAsJsonObject()
                        .getAsJsonArray("warnings")
                        .asList())
                .extracting(JsonElement::getAsString)
                .contains(expected);
    }

    private void assertHarmless(PackagesException failure) throws IOException {
        for (String text : new String[] {failure.getMessage(), report()}) {
            assertThat(text).doesNotContain("\n::", "\u001b", "\u202e", "##[");
        }
    }
}
