package io.github.ghpackages.retention;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Arguments as a user types them, from which the rules of a policy are read.
 *
 * @param texts by the names of their parameters
 */
record RuleValues(Map<String, String> texts) implements Rule.Values {

    @Override
    public Optional<Integer> count(String parameter) {
        return text(parameter).map(Integer::valueOf);
    }

    @Override
    public Optional<Age> age(String parameter) {
        return text(parameter).map(Age::parse);
    }

    @Override
    public boolean flag(String parameter) {
        return text(parameter).map(Boolean::valueOf).orElse(false);
    }

    @Override
    public List<String> texts(String parameter) {
        return text(parameter).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    private Optional<String> text(String parameter) {
        return Optional.ofNullable(texts.get(parameter));
    }
}
