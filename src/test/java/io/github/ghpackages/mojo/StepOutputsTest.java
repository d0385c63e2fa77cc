package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepOutputsTest {

    @Test
    void reads_what_it_has_written_also_several_lines_and_what_looks_like_an_output() {
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("deleted", "3");
        outputs.put("journal", "/a/one.jsonl\n/b/kept=9\nx<<y");

        assertThat(StepOutputs.read(StepOutputs.written(outputs).lines().toList()))
                .isEqualTo(outputs);
    }

    @Test
    void takes_the_last_value_of_what_other_programs_have_written() {
        assertThat(StepOutputs.read(
                        List.of("deleted=1", "other=a=b", "deleted<<END", "2", "END", "open<<NEVER", "x=y")))
                .containsEntry("deleted", "2")
                .containsEntry("other", "a=b")
                .containsEntry("x", "y")
                .doesNotContainKey("open");
    }

    @Test
    void adds_counts_up_and_appends_paths() {
        assertThat(StepOutputs.sum("4", 3)).isEqualTo("7");
        assertThat(StepOutputs.sum(null, 3)).isEqualTo("3");
        assertThat(StepOutputs.sum("many", 3)).isEqualTo("3");
        assertThat(StepOutputs.appended("a\nb", List.of(Path.of("b"), Path.of("c"))))
                .isEqualTo("a\nb\nc");
        assertThat(StepOutputs.appended(null, List.of())).isEmpty();
    }
}
