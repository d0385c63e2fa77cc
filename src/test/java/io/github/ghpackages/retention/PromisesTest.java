package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.History.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.NameParts;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.KeepNewest.Ranking;
import io.github.ghpackages.retention.PackageHistory.Guard;
import io.github.ghpackages.retention.VersionOrder.RankedVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What design and documentation promise of every plan, held over thousands of generated ones. */
class PromisesTest {

    private static final int CASES = Integer.getInteger("retention.cases", 1_500);

    @FunctionalInterface
    private interface Property {
        void hold(GeneratedCase generated, Policy.Builder policy, List<PackageHistory> histories);
    }

    private static void forAll(Property property) {
        for (long seed = 0; seed < CASES; seed++) {
            try {
                GeneratedCase generated = GeneratedCase.of(seed);
                property.hold(generated, generated.policy(), generated.histories());
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static Plan plan(Policy.Builder policy, List<PackageHistory> histories) {
        return Planner.by(policy.build()).plan(histories, new ServerTime(NOW, NOW));
    }

    private static void forEachDeletion(Plan plan, BiConsumer<PackagePlan, Verdict> check) {
        plan.packages().forEach(each -> each.deletions().forEach(verdict -> check.accept(each, verdict)));
    }

    private static Set<Long> deletions(Plan plan) {
        return plan.packages().stream()
                .flatMap(each -> each.deletions().stream())
                .map(verdict -> verdict.version().id())
                .collect(Collectors.toSet());
    }

    @Test
    void the_generated_cases_are_worth_it() {
        int[] found = new int[5];
        forAll((generated, builder, histories) -> {
            Plan plan = plan(builder, histories);
            found[0] += deletions(plan).isEmpty() ? 0 : 1;
            found[1] += plan.packages().stream().anyMatch(PackagePlan::deletePackage) ? 1 : 0;
            found[2] += plan.packages().stream().anyMatch(each -> has(each, "coherence")) ? 1 : 0;
            found[3] += plan.packages().stream().anyMatch(each -> has(each, "guard")) ? 1 : 0;
            found[4] += plan.packages().stream()
                            .flatMap(each -> each.deletions().stream())
                            .anyMatch(verdict -> verdict.reason().contains("qualified"))
                    ? 1
                    : 0;
        });
        assertThat(found[0]).as("cases that delete").isGreaterThan(CASES / 3);
        assertThat(found[1]).as("cases that delete a package").isGreaterThanOrEqualTo(CASES / 500);
        assertThat(found[2]).as("cases where coherence keeps").isPositive();
        assertThat(found[3]).as("cases where a guard keeps").isPositive();
        assertThat(found[4]).as("cases that delete qualified versions").isGreaterThan(CASES / 100);
    }

    private static boolean has(PackagePlan plan, String rule) {
        return plan.verdicts().stream().anyMatch(verdict -> verdict.rule().equals(rule));
    }

    @Test
    void guards_and_protections_win() {
        forAll((generated, builder, histories) -> {
            Policy policy = builder.build();
            forEachDeletion(plan(builder, histories), (each, verdict) -> {
                String name = verdict.version().name();
                assertThat(each.history().guards())
                        .noneMatch(guard -> guard.matches().test(name));
                assertThat(policy.keepVersions().matches(name)).isFalse();
                assertThat(policy.versions() == null || policy.versions().matches(name))
                        .isTrue();
            });
        });
    }

    @Test
    void guards_and_keepVersions_win_over_names() {
        forAll((generated, builder, histories) -> {
            Policy limits = builder.build();
            Set<String> names = histories.stream()
                    .flatMap(history -> history.versions().stream())
                    .map(version -> version.name())
                    .collect(Collectors.toSet());
            for (Judge judge : List.of(ExactVersions.named(names), new WholePackages(null))) {
                Plan plan = new Planner(judge, limits).plan(histories, new ServerTime(NOW, NOW));
                forEachDeletion(plan, (each, verdict) -> {
                    String name = verdict.version().name();
                    assertThat(each.history().guards())
                            .noneMatch(guard -> guard.matches().test(name));
                    assertThat(limits.keepVersions().matches(name)).isFalse();
                });
            }
        });
    }

    @Test
    void no_rule_no_deletion() {
        forAll((generated, builder, histories) -> {
            var protectionsAlone = new Policy.Builder()
                    .versions(generated.selection())
                    .keepVersions(generated.patterns())
                    .onLastVersion(builder.build().onLastVersion());
            assertThat(deletions(plan(protectionsAlone, histories))).isEmpty();
            assertThat(plan(protectionsAlone, histories).stops()).isEmpty();
        });
    }

    @Test
    void a_kind_without_a_rule_is_never_touched() {
        forAll((generated, builder, histories) -> {
            Policy policy = builder.build();
            forEachDeletion(
                    plan(builder, histories),
                    (each, verdict) ->
                            assertThat(policy.rules(verdict.version().kind())).isNotEmpty());
        });
    }

    @Test
    void every_version_has_one_verdict_with_a_rule_and_a_reason_newest_first() {
        forAll((generated, builder, histories) -> {
            Plan plan = plan(builder, histories);
            for (int i = 0; i < histories.size(); i++) {
                PackagePlan each = plan.packages().get(i);
                assertThat(each.verdicts())
                        .extracting(Verdict::version)
                        .isEqualTo(VersionOrder.newestFirst(histories.get(i).versions()));
                assertThat(each.verdicts())
                        .noneMatch(verdict ->
                                verdict.reason().isBlank() || verdict.rule().isBlank());
                assertThat(each.verdicts()).noneMatch(verdict -> verdict.delete() && verdict.keptByCount());
                assertThat(each.deletions())
                        .allMatch(verdict -> Policy.ruleParameters().contains(verdict.rule()))
                        .hasSize(each.deletionCount());
            }
        });
    }

    @Test
    void the_order_of_the_listing_does_not_matter() {
        forAll((generated, builder, histories) -> {
            Plan plan = plan(builder, histories);
            Plan shuffled = plan(builder, generated.shuffled(histories));
            for (int i = 0; i < histories.size(); i++) {
                assertThat(shuffled.packages().get(i).verdicts())
                        .isEqualTo(plan.packages().get(i).verdicts());
                assertThat(shuffled.packages().get(i).deletePackage())
                        .isEqualTo(plan.packages().get(i).deletePackage());
            }
            assertThat(List.of(shuffled.warnings(), shuffled.notes(), shuffled.stops(), shuffled.liveStops()))
                    .isEqualTo(List.of(plan.warnings(), plan.notes(), plan.stops(), plan.liveStops()));
        });
    }

    @Test
    void the_order_of_the_packages_does_not_matter() {
        forAll((generated, builder, histories) -> {
            List<PackageHistory> reversed = new ArrayList<>(histories);
            Collections.reverse(reversed);
            assertThat(deletions(plan(builder, reversed))).isEqualTo(deletions(plan(builder, histories)));
        });
    }

    @Test
    void applied_twice_deletes_nothing_the_second_time() {
        forAll((generated, builder, histories) -> {
            Plan plan = plan(builder, histories);
            if (plan.stops().isEmpty()) {
                assertThat(deletions(plan(builder, GeneratedCase.applied(plan))))
                        .isEmpty();
            }
        });
    }

    @Test
    void more_keeping_never_deletes_more() {
        forAll((generated, builder, histories) -> {
            // Which version is the last one depends on what else stays, so that step is left out here.
            builder.onLastVersion(OnLastVersion.FAIL);
            Set<Long> before = deletions(plan(builder, histories));
            Policy policy = builder.build();
            switch (generated.random().nextInt(5)) {
                case 0 ->
                    builder.keepVersions(NamePatterns.of(
                            Stream.concat(policy.keepVersions().texts().stream(), Stream.of(generated.name()))
                                    .toList()));
                case 1 -> Plans.counts(policy).forEach((kind, count) -> builder.rule(new KeepNewest(kind, count + 1)));
                case 2 -> builder.keepLines(policy.keepLines() == null ? null : policy.keepLines() + 1);
                case 3 ->
                    Plans.ages(policy).forEach((kind, age) -> builder.rule(new KeepNewerThan(kind, Age.parse("P10Y"))));
                default ->
                    Plans.ages(policy)
                            .keySet()
                            .forEach(kind -> builder.rule(
                                    new KeepNewest(kind, Plans.counts(policy).getOrDefault(kind, 0) + 1)));
            }
            assertThat(before).containsAll(deletions(plan(builder, histories)));
        });
    }

    @Test
    void an_age_beside_a_count_never_deletes_more_of_what_can_be_counted() {
        // A name without a place is left to the age, though a count alone would keep it.
        forAll((generated, builder, histories) -> {
            builder.onLastVersion(OnLastVersion.FAIL);
            List<PackageHistory> countable = histories.stream()
                    .map(history -> GeneratedCase.with(
                            history,
                            history.versions().stream()
                                    .filter(version -> VersionOrder.hasPlace(version.name()))
                                    .toList()))
                    .toList();
            Set<Long> before = deletions(plan(builder, countable));
            Policy policy = builder.build();
            Plans.counts(policy).keySet().stream()
                    .filter(kind -> !Plans.ages(policy).containsKey(kind))
                    .forEach(kind -> builder.rule(new KeepNewerThan(kind, generated.age())));
            assertThat(before).containsAll(deletions(plan(builder, countable)));
        });
    }

    @Test
    void another_guard_never_deletes_more() {
        forAll((generated, builder, histories) -> {
            builder.onLastVersion(OnLastVersion.FAIL);
            var guarded = histories.stream()
                    .map(history -> new PackageHistory(
                            history.ref(),
                            history.coherenceGroup(),
                            history.versions(),
                            history.snapshots(),
                            Stream.concat(
                                            history.guards().stream(),
                                            Stream.of(new Guard(generated.name()::equals, "a parent")))
                                    .toList()))
                    .toList();
            assertThat(deletions(plan(builder, histories))).containsAll(deletions(plan(builder, guarded)));
        });
    }

    @Test
    void the_last_version_is_kept_refused_or_taken_with_its_package() {
        forAll((generated, builder, histories) -> {
            Plan plan = plan(builder, histories);
            for (PackagePlan each : plan.packages()) {
                boolean emptied =
                        !each.verdicts().isEmpty() && each.verdicts().stream().allMatch(Verdict::delete);
                switch (builder.build().onLastVersion()) {
                    case KEEP -> assertThat(emptied || each.deletePackage()).isFalse();
                    case FAIL -> {
                        assertThat(each.deletePackage()).isFalse();
                        assertThat(plan.stops().stream()
                                        .anyMatch(stop ->
                                                stop.contains(each.history().ref() + ":")))
                                .isEqualTo(emptied);
                    }
                    case DELETE_PACKAGE -> assertThat(each.deletePackage()).isEqualTo(emptied);
                }
            }
        });
    }

    @Test
    void a_name_stays_in_all_modules_of_a_reactor_or_goes_from_all() {
        forAll((generated, builder, histories) -> {
            Map<String, Set<Boolean>> fates = new HashMap<>();
            for (PackagePlan each : plan(builder, histories).packages()) {
                if (Objects.equals(each.history().coherenceGroup(), "reactor")) {
                    each.verdicts()
                            .forEach(verdict -> fates.computeIfAbsent(
                                            verdict.version().name(), name -> new HashSet<>())
                                    .add(verdict.delete()));
                }
            }
            assertThat(fates.values()).allMatch(fate -> fate.size() == 1);
        });
    }

    @Test
    void what_is_unknown_or_young_is_kept_by_an_age_rule() {
        forAll((generated, builder, histories) -> {
            Policy policy = builder.build();
            forEachDeletion(plan(builder, histories), (each, verdict) -> {
                var version = verdict.version();
                Age age = Plans.ages(policy).get(version.kind());
                if (age != null && !overridesRulesThatKeep(verdict)) {
                    Instant cutOff = age.before(NOW);
                    assertThat(version.createdAt()).isNotNull().isBeforeOrEqualTo(cutOff);
                    assertThat(version.updatedAt()).isNotNull().isBeforeOrEqualTo(cutOff);
                    if (version.kind() == VersionKind.SNAPSHOT) {
                        assertThat(each.history().snapshots())
                                .hasEntrySatisfying(
                                        version.id(),
                                        metadata -> assertThat(metadata.lastUpdated())
                                                .isBeforeOrEqualTo(cutOff));
                    }
                }
            });
        });
    }

    /** Whether it was a rule such as {@code deleteReleasedSnapshots} that decided. */
    private static boolean overridesRulesThatKeep(Verdict verdict) {
        return verdict.rule().startsWith("delete");
    }

    @Test
    void a_version_of_a_gone_branch_is_deleted_only_if_it_is_certainly_old_enough() {
        forAll((generated, builder, histories) -> {
            Instant cutOff = builder.build()
                    .rule(DeleteGoneBranches.class, VersionKind.RELEASE)
                    .map(rule -> rule.grace().before(NOW))
                    .orElse(Instant.MIN);
            forEachDeletion(plan(builder, histories), (each, verdict) -> {
                if (verdict.rule().equals("deleteGoneBranches")) {
                    var version = verdict.version();
                    assertThat(each.history().goneBranches()).containsKey(version.id());
                    assertThat(version.createdAt()).isNotNull().isBeforeOrEqualTo(cutOff);
                    assertThat(version.updatedAt()).isNotNull().isBeforeOrEqualTo(cutOff);
                }
            });
        });
    }

    @Test
    void what_a_count_lets_go_has_n_newer_ones_in_its_line_or_m_newer_lines() {
        forAll((generated, builder, histories) -> {
            Policy policy = builder.build();
            forEachDeletion(plan(builder, histories), (each, verdict) -> {
                Integer count = Plans.counts(policy).get(verdict.version().kind());
                String name = verdict.version().name();
                if (count == null || count == 0 || overridesRulesThatKeep(verdict)) {
                    return;
                }
                if (!VersionOrder.hasPlace(name)) {
                    assertThat(Plans.ages(policy)).containsKey(verdict.version().kind());
                    return;
                }
                var newer = each.history().versions().stream()
                        .filter(version -> version.kind() == verdict.version().kind())
                        .filter(version -> VersionOrder.hasPlace(version.name()))
                        .filter(version -> NameParts.isPlain(version.name()) == NameParts.isPlain(name))
                        .filter(version ->
                                policy.versions() == null || policy.versions().matches(version.name()))
                        .filter(version -> VersionOrder.NEWEST_FIRST.compare(
                                        RankedVersion.of(version), RankedVersion.of(verdict.version()))
                                < 0)
                        .map(version -> Ranking.Line.label(version.name(), policy.keepPer()))
                        .toList();
                String own = Ranking.Line.label(name, policy.keepPer());
                long newerInLine = newer.stream().filter(own::equals).count();
                long newerLines = newer.stream()
                        .filter(line -> !own.equals(line))
                        .distinct()
                        .count();
                assertThat(newerInLine >= count || policy.keepLines() != null && newerLines >= policy.keepLines())
                        .isTrue();
            });
        });
    }

    @Test
    void qualified_versions_never_change_what_happens_to_plain_ones() {
        forAll((generated, builder, histories) -> {
            // Which version is the last one depends on what else stays, so that step is left out here.
            builder.onLastVersion(OnLastVersion.FAIL);
            Plan plan = plan(builder, histories);
            Plan crowded = plan(builder, generated.withQualified(histories));
            for (int i = 0; i < histories.size(); i++) {
                assertThat(plainVerdicts(crowded.packages().get(i)))
                        .isEqualTo(plainVerdicts(plan.packages().get(i)));
            }
        });
    }

    private static List<Verdict> plainVerdicts(PackagePlan plan) {
        return plan.verdicts().stream()
                .filter(verdict -> NameParts.isPlain(verdict.version().name()))
                .toList();
    }

    @Test
    void other_hashes_never_change_a_verdict() {
        forAll((generated, builder, histories) -> {
            builder.versions(Selection.ofVersions(List.of("*"))).keepVersions(NamePatterns.none());
            GeneratedCase.Renamed renamed = generated.withHashes();
            Plan one = plan(builder, List.of(renamed.one()));
            Plan other = plan(builder, List.of(renamed.other()));
            assertThat(fates(other)).isEqualTo(fates(one));
        });
    }

    private static List<String> fates(Plan plan) {
        return plan.packages().get(0).verdicts().stream()
                .map(verdict -> verdict.version().id() + " " + verdict.version().kind() + " " + verdict.delete() + " "
                        + verdict.rule() + " " + verdict.keptByCount() + " "
                        + verdict.reason().replaceAll("release \\S+ is", ""))
                .toList();
    }

    @Test
    void where_the_clocks_disagree_no_age_deletes_anything() {
        forAll((generated, builder, histories) -> {
            Policy policy = builder.build();
            ServerTime wrong = new ServerTime(NOW.plus(Duration.ofDays(1400)), NOW);
            Plan plan = Planner.by(policy).plan(histories, wrong);
            forEachDeletion(plan, (each, verdict) -> {
                assertThat(overridesRulesThatKeep(verdict)).isFalse();
                assertThat(Plans.ages(policy))
                        .doesNotContainKey(verdict.version().kind());
            });
        });
    }
}
