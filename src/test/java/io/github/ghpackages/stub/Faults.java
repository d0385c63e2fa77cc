package io.github.ghpackages.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that are set up, in order; the first that meets a request has it. */
final class Faults {

    private static final class Rule {
        private final Predicate<StubRequest> when;
        private final Fault fault;
        private int matches;

        Rule(Predicate<StubRequest> when, Fault fault) {
            this.when = when;
            this.fault = fault;
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    synchronized void add(Predicate<StubRequest> when, Fault fault) {
        rules.add(new Rule(when, fault));
    }

    synchronized void clear() {
        rules.clear();
    }

    synchronized Optional<Fault> next(StubRequest request) {
        for (Rule rule : rules) {
            if (rule.when.test(request) && rule.fault.meets(rule.matches++)) {
                return Optional.of(rule.fault);
            }
        }
        return Optional.empty();
    }
}
