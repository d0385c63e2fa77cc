package io.github.ghpackages.map;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A source file, as far as a map shows it.
 *
 * @param type the full name of the type that it declares
 * @param area its package below the root
 * @param lines all of them
 * @param code those that are neither blank nor comment
 * @param names the simple names that it uses
 * @param imports the full names that it imports
 * @param methods with their lengths in lines
 */
record SourceFile(
        String type, String area, int lines, int code, Set<String> names, Set<String> imports, List<Method> methods) {

    private static final String ROOT = "io.github.ghpackages";

    /**
     * A method or constructor.
     *
     * @param name with the type that declares it
     * @param lines from its signature to its closing brace
     */
    record Method(String name, int lines) {}

    /** All files below a folder that declare a type. */
    static List<SourceFile> below(Path folder) throws IOException {
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            List<SourceFile> read = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                read.add(read(unit, trees));
            }
            return read;
        }
    }

    /** Whether this file uses that one's type. */
    boolean uses(SourceFile other) {
        boolean isNear = area.equals(other.area) && names.contains(other.simpleName());
        return !equals(other) && (isNear || imports.contains(other.type));
    }

    String simpleName() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static SourceFile read(CompilationUnitTree unit, Trees trees) throws IOException {
        Set<String> names = new HashSet<>();
        Set<String> imports = new HashSet<>();
        List<Method> methods = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitImport(ImportTree tree, @Nullable Void none) {
                String name = tree.getQualifiedIdentifier().toString();
                // A nested type or a static member is a use of the type around it.
                for (int end = name.length(); end > ROOT.length(); end = name.lastIndexOf('.', end - 1)) {
                    imports.add(name.substring(0, end));
                }
                return null;
            }

            @Override
            public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void none) {
                names.add(tree.getName().toString());
                return super.visitIdentifier(tree, null);
            }

            @Override
            public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
                long start = trees.getSourcePositions().getStartPosition(unit, tree);
                long end = trees.getSourcePositions().getEndPosition(unit, tree);
                if (tree.getBody() != null && end > start) {
                    String type = ((ClassTree) getCurrentPath().getParentPath().getLeaf())
                            .getSimpleName()
                            .toString();
                    long lines = unit.getLineMap().getLineNumber(end)
                            - unit.getLineMap().getLineNumber(start)
                            + 1;
                    methods.add(new Method(type + "." + tree.getName(), (int) lines));
                }
                return super.visitMethod(tree, null);
            }
        }.scan(unit, null);
        String name = String.valueOf(unit.getPackageName());
        String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
        List<String> lines = Files.readAllLines(Path.of(unit.getSourceFile().toUri()));
        return new SourceFile(
                name + "." + file.substring(0, file.length() - ".java".length()),
                name.equals(ROOT) ? "(root)" : name.substring(ROOT.length() + 1),
                lines.size(),
                code(lines),
                names,
                imports,
                methods);
    }

    /** The format of this project has no code behind a block comment. */
    private static int code(List<String> lines) {
        int code = 0;
        boolean inComment = false;
        for (String line : lines) {
            String text = line.strip();
            boolean begins = text.startsWith("/*");
            if (!text.isEmpty() && !inComment && !begins && !text.startsWith("//")) {
                code++;
            }
            inComment = (inComment || begins) && !text.endsWith("*/");
        }
        return code;
    }
}
