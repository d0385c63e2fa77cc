package io.github.ghpackages;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** What a method's signature shows: its parameters, result and exceptions, with their type arguments. */
final class ShownTypes extends ArchCondition<JavaMethod> {

    private final List<String> packages;

    private ShownTypes(List<String> packages) {
        super("show no types of " + packages);
        this.packages = packages;
    }

    static ShownTypes notBeIn(String... packages) {
        return new ShownTypes(Stream.of(packages)
                .map(name -> name.substring(0, name.length() - 1))
                .toList());
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        shown(method)
                .filter(type -> packages.stream().anyMatch(type.getName()::startsWith))
                .forEach(type -> events.add(
                        SimpleConditionEvent.violated(method, method.getFullName() + " shows " + type.getName())));
    }

    private static Stream<JavaClass> shown(JavaMethod method) {
        Stream<JavaClass> types = Stream.concat(
                method.getReturnType().getAllInvolvedRawTypes().stream(),
                method.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()));
        return Stream.concat(types, method.getThrowsClause().getTypes().stream());
    }
}
