package io.github.ghpackages.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.retention.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredPlanStopsTest {

    @Test
    void what_stops_only_a_live_run_stops_a_stored_plan_too() {
        Plan plan = new Plan(List.of(), List.of(), List.of(), List.of("a tripwire"), List.of("a mistyped name"));
        StoredPlan stored = StoredPlan.of("1.0", Instant.EPOCH, Map.of(), plan);
        assertThat(stored.stops()).containsExactly("a tripwire", "a mistyped name");
    }
}
