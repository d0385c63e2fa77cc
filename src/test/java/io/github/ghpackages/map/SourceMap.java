package io.github.ghpackages.map;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Prints how much code there is and where: {@code mvn -B -q verify -Pmap}. Of another checkout, to compare with:
 * {@code -Dmap.root=FOLDER}.
 */
public final class SourceMap {

    private final List<SourceFile> main;

    private SourceMap(List<SourceFile> main) {
        this.main = main;
    }

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        new SourceMap(SourceFile.below(root.resolve("src/main/java"))).print(System.out);
    }

    private void print(PrintStream out) {
        out.println("PACKAGE       FILES    LINES     CODE");
        var byArea = new TreeMap<>(main.stream().collect(Collectors.groupingBy(SourceFile::area)));
        byArea.forEach((area, files) -> out.println(row(area, files)));
        out.println(row("all", main));
        out.println();
        List<SourceFile> lonely = main.stream().filter(file -> users(file) < 2).toList();
        out.println("Types with one user or none: " + lonely.size() + " of " + main.size());
        out.println("Longest files:   " + longest(main, SourceFile::simpleName, SourceFile::lines));
        List<SourceFile.Method> methods = new ArrayList<>();
        main.forEach(file -> methods.addAll(file.methods()));
        out.println("Longest methods: " + longest(methods, SourceFile.Method::name, SourceFile.Method::lines));
    }

    private long users(SourceFile file) {
        return main.stream().filter(other -> other.uses(file)).count();
    }

    private static String row(String name, List<SourceFile> files) {
        int lines = files.stream().mapToInt(SourceFile::lines).sum();
        int code = files.stream().mapToInt(SourceFile::code).sum();
        return String.format("%-12s %6d %8d %8d", name, files.size(), lines, code);
    }

    private static <T> String longest(List<T> all, Function<T, String> name, ToIntFunction<T> lines) {
        return all.stream()
                .sorted(Comparator.comparingInt(lines).reversed())
                .limit(3)
                .map(each -> name.apply(each) + " " + lines.applyAsInt(each))
                .collect(Collectors.joining(", "));
    }
}
