package io.github.ghpackages.mojo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file in which GitHub's runner takes the outputs of a step: {@code name=value}, or several lines between two delimiters. */
final class StepOutputs {

    private static final String HEREDOC = "<<";

    private StepOutputs() {}

    /** The outputs of a file; of one that is set several times, the last value. */
    static Map<String, String> read(List<String> lines) {
        Map<String, String> outputs = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int heredoc = line.indexOf(HEREDOC);
            int equals = line.indexOf('=');
            if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
                int end =
                        i + 1 + lines.subList(i + 1, lines.size()).indexOf(line.substring(heredoc + HEREDOC.length()));
                if (end > i) {
                    outputs.put(line.substring(0, heredoc), String.join("\n", lines.subList(i + 1, end)));
                    i = end;
                }
            } else if (equals > 0) {
                outputs.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return outputs;
    }

    /** The count that an earlier execution has set, and this one. */
    static String sum(@Nullable String before, int count) {
        boolean isCount = before != null && before.matches("[0-9]{1,9}");
        return String.valueOf(count + (isCount ? Integer.parseInt(before) : 0));
    }

    /** The paths that earlier executions have set, and these, one a line. */
    static String appended(@Nullable String before, List<Path> more) {
        return Stream.concat(
                        before == null || before.isEmpty() ? Stream.of() : before.lines(),
                        more.stream().map(Path::toString))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** As the runner reads them. No value can end early: its delimiter is random. */
    static String written(Map<String, String> outputs) {
        return outputs.entrySet().stream()
                .map(output -> {
                    String delimiter = "ghpackages_" + UUID.randomUUID();
                    return output.getKey() + HEREDOC + delimiter + "\n" + output.getValue() + "\n" + delimiter + "\n";
                })
                .collect(Collectors.joining());
    }
}
