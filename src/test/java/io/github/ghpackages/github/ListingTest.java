package io.github.ghpackages.github;

import static io.github.ghpackages.github.Lab.ACME;
import static io.github.ghpackages.github.Lab.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.stub.Behaviour;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.Sso;
import io.github.ghpackages.stub.StubRequest;
import io.github.ghpackages.stub.When;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {

    private final Lab lab = Lab.open();

    @AfterEach
    void stop() {
        lab.close();
    }

    @ParameterizedTest
    @EnumSource
    void reads_every_page_once_whatever_the_links_look_like(Behaviour.Links style) {
        lab.publish(950).stub.behaviour().links(style);
        assertThat(lab.list()).hasSize(950).extracting(PackageVersion::id).doesNotHaveDuplicates();
        assertThat(lab.stub.requests()).hasSize(10);
    }

    @Test
    void knows_how_many_pages_are_ahead_while_it_reads_them() {
        AtomicInteger most = new AtomicInteger();
        lab.publish(950);
        lab.stub.fault(
                When.listing(),
                Fault.first(
                        () -> most.accumulateAndGet((int) lab.http.budget().sent() + lab.http.expected(), Math::max)));

        assertThat(lab.list()).hasSize(950);
        assertThat(most).hasValueBetween(9, 11);
        assertThat(lab.http.expected()).isZero();
    }

    @Test
    void reads_pages_at_the_same_time_but_no_more_than_allowed() {
        lab.publish(2000).stub.behaviour().latency(Duration.ofMillis(50));
        assertThat(lab.list()).hasSize(2000);
        assertThat(lab.stub.limits().mostAtOnce()).isBetween(2, HttpSettings.DEFAULT_CONCURRENCY);
    }

    @Test
    void reads_a_package_that_is_called_like_a_relation() {
        lab.stub.state().publish("acme/app", "first.prev-last:next", 250, i -> "1." + i, Lab.DAY, Duration.ZERO);
        PackageName name = PackageName.maven("first.prev-last", "next");
        assertThat(lab.packages.versions(ACME, name, State.ACTIVE)).hasSize(250);
    }

    @Test
    void reads_what_a_version_has_and_leaves_open_what_github_does_not_say() {
        lab.publish(1);
        PackageVersion version = lab.list().get(0);
        assertThat(version.name()).isEqualTo("1.0");
        assertThat(version.createdAt()).isEqualTo(Lab.DAY);
        assertThat(version.deletedAt()).isNull();
        assertThat(version.url()).contains("?version=1.0");
        lab.stub.fault(
                When.listing(),
                Fault.answer(200, "[{\"id\":7,\"name\":\"x\",\"created_at\":\"yesterday\",\"updated_at\":null}]"));
        assertThat(lab.list()).containsExactly(new PackageVersion(7, "x", State.ACTIVE, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -7})
    void takes_no_id_that_github_would_not_give(long id) {
        lab.stub.fault(When.listing(), Fault.answer(200, "[{\"id\":" + id + ",\"name\":\"x\"}]"));
        PackagesException failure = catchThrowableOfType(PackagesException.class, lab::list);
        assertThat(failure.id()).isEqualTo(Id.UNEXPECTED_ANSWER);
        assertThat(failure.reason())
                .isEqualTo("The answer of the server is not what GitHub sends: [0].id is not a whole number above 0.");
    }

    @Test
    void reads_again_in_order_when_a_deploy_shifts_the_rows() {
        lab.publish(350);
        lab.stub.fault(When.page(3), Fault.first(() -> publish("2.0")).once());
        assertThat(lab.list()).hasSize(351).extracting(PackageVersion::id).doesNotHaveDuplicates();
        assertThat(lab.stub.requests()).hasSize(8);
    }

    @Test
    void reads_again_in_order_when_a_deletion_empties_the_last_page() {
        lab.publish(301);
        lab.stub.fault(
                When.page(2),
                Fault.first(() -> lab.stub.state().delete("acme", "com.example.app", "1.300"))
                        .once());
        assertThat(lab.list()).hasSize(300);
    }

    @Test
    void gives_up_where_the_rows_shift_again() {
        lab.publish(350);
        int[] next = {0};
        lab.stub.fault(When.page(3), Fault.first(() -> publish("2." + next[0]++)));
        PackagesException failure = incomplete();
        assertThat(failure.tried()).isEqualTo("Listing the versions of acme/com.example.app failed.");
        assertThat(failure.reason()).startsWith("Two rows have the same identity (");
    }

    @Test
    void gives_up_on_links_in_a_circle() {
        lab.publish(250).stub.behaviour().links(Behaviour.Links.NO_LAST);
        lab.stub.fault(When.page(2), Fault.none().header("Link", "<" + first() + ">; rel=\"next\""));
        assertThat(incomplete().reason()).isEqualTo("The links between the pages form a loop or never end.");
        assertThat(lab.stub.requests()).hasSize(4);
    }

    @Test
    void gives_up_on_links_without_an_end() {
        lab.publish(1);
        lab.stub.fault(
                When.listing(), Fault.answer(200, "[]").header("Link", "<" + first() + "&page=99>; rel=\"next\""));
        assertThat(incomplete().reason()).isEqualTo("The links between the pages form a loop or never end.");
    }

    @Test
    void never_sends_the_token_to_another_server_that_a_link_names() {
        lab.publish(150);
        String elsewhere = lab.stub.otherOrigin() + "/orgs/acme/packages/maven/com.example.app/versions?page=2";
        lab.stub.fault(When.page(1), Fault.none().header("Link", "<" + elsewhere + ">; rel=\"next\""));
        assertThat(incomplete().reason()).isEqualTo("The link to another page is invalid, or leads to another server.");
        lab.stub
                .heal()
                .fault(
                        When.page(1),
                        Fault.none()
                                .header(
                                        "Link",
                                        "<" + elsewhere + ">; rel=\"next\", <" + elsewhere + ">; rel=\"last\""));
        assertThat(incomplete().reason()).isEqualTo("The link to another page is invalid, or leads to another server.");
        assertThat(lab.stub.requests())
                .allMatch(sent -> sent.header("host").orElse("").startsWith("127.0.0.1"));
    }

    @Test
    void is_not_misled_by_a_proxy_that_takes_the_links_away() {
        lab.publish(150);
        lab.stub.fault(When.page(1), Fault.none().without("Link"));
        assertThat(incomplete().reason()).isEqualTo("There are more pages, but page 1 has no link to them.");
    }

    @ParameterizedTest
    @EnumSource(Behaviour.Links.class)
    void is_not_misled_where_the_links_are_lost_on_a_later_page(Behaviour.Links style) {
        lab.publish(500).stub.behaviour().links(style);
        lab.stub.fault(When.page(3), Fault.none().without("Link"));
        assertThat(incomplete().reason())
                .isEqualTo(
                        style == Behaviour.Links.NO_LAST
                                ? "There are more pages, but page 3 has no link to them."
                                : "Page 3 has no link to the pages after it.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void is_not_misled_by_a_page_that_says_it_is_the_last(boolean empty) {
        lab.publish(500);
        Fault cut = empty ? Fault.answer(200, "[]") : Fault.none();
        lab.stub.fault(
                When.page(2), cut.header("Link", "<" + page(1) + ">; rel=\"first\", <" + page(1) + ">; rel=\"prev\""));

        assertThat(incomplete().reason()).isEqualTo("Page 2 has no link to the pages after it.");
    }

    @Test
    void is_not_misled_by_such_a_page_where_none_speaks_of_a_last_one() {
        lab.publish(500).stub.behaviour().links(Behaviour.Links.NO_LAST);
        lab.stub.fault(When.page(2), Fault.none().header("Link", "<" + page(1) + ">; rel=\"prev\""));

        assertThat(incomplete().reason()).isEqualTo("There are more pages, but page 2 has no link to them.");
    }

    @Test
    void does_not_ask_for_thousands_of_pages_that_are_not_there() {
        lab.publish(150).stub.behaviour().latency(Duration.ofMillis(20));
        lab.stub.fault(
                When.page(1),
                Fault.none().header("Link", "<" + page(2) + ">; rel=\"next\", <" + page(3000) + ">; rel=\"last\""));

        assertThat(incomplete().reason()).isEqualTo("Page 2 has no link to the pages after it.");
        assertThat(lab.stub.requests()).hasSizeLessThan(500);
    }

    @Test
    void takes_a_last_page_without_links_for_the_last_where_there_is_none_behind_it() {
        lab.publish(300).stub.behaviour().links(Behaviour.Links.NO_LAST);
        lab.stub.fault(When.page(3), Fault.none().without("Link"));
        assertThat(lab.list()).hasSize(300);
        assertThat(lab.stub.requests()).hasSize(4);
    }

    @Test
    void takes_a_full_page_for_all_where_there_is_no_second() {
        lab.publish(100);
        assertThat(lab.list()).hasSize(100);
        assertThat(lab.stub.requests()).hasSize(2);
    }

    @Test
    void stops_where_single_sign_on_cuts_the_listing() {
        lab.publish(10).stub.accounts().singleSignOn("acme", Sso.PARTIAL);
        PackagesException failure = incomplete();
        assertThat(failure.reason())
                .isEqualTo("GitHub left out what this token can't see until it is authorised for single sign-on.");
    }

    @Test
    void lists_the_deleted_versions_of_an_organisation() {
        lab.publish(3).stub.state().delete("acme", "com.example.app", "1.1");
        assertThat(lab.packages.versions(ACME, APP, State.DELETED))
                .singleElement()
                .satisfies(version -> {
                    assertThat(version.name()).isEqualTo("1.1");
                    assertThat(version.state()).isEqualTo(State.DELETED);
                    assertThat(version.deletedAt()).isNotNull();
                });
    }

    @Test
    void does_not_take_active_versions_of_another_user_for_deleted_ones() {
        lab.stub.accounts().user("mona").repository("mona/lib");
        lab.stub.state().publish("mona/lib", "com.example:lib", "1.0");
        lab.stub.state().publish("mona/lib", "com.example:lib", "1.1");
        lab.stub.state().delete("mona", "com.example.lib", "1.0");
        Owner mona = new Owner("mona", Owner.Kind.USER);
        PackageName lib = PackageName.maven("com.example", "lib");
        PackagesException failure =
                catchThrowableOfType(PackagesException.class, () -> lab.packages.versions(mona, lib, State.DELETED));
        assertThat(failure.id()).isEqualTo(Id.INCOMPLETE_LISTING);
        assertThat(failure.remedy()).isEqualTo("Use a token of mona.");
        lab.stub.behaviour().usersHonourState(true);
        assertThat(lab.packages.versions(mona, lib, State.DELETED))
                .extracting(PackageVersion::name)
                .containsExactly("1.0");
    }

    @Test
    void asks_for_names_with_odd_characters_as_they_are() {
        PackageName odd = new PackageName(PackageType.NPM, "@acme/a b+c%d");
        lab.stub.state().publish("npm", "acme/app", "@acme/a b+c%d", "1.0", Lab.DAY);
        assertThat(lab.packages.versions(ACME, odd, State.ACTIVE)).hasSize(1);
        assertThat(lab.stub.requests())
                .extracting(StubRequest::path)
                .containsExactly("/orgs/acme/packages/npm/%40acme%2Fa%20b%2Bc%25d/versions");
        for (String wrong : new String[] {"..", ".", "", " "}) {
            assertThat(catchThrowableOfType(
                                    PackagesException.class,
                                    () -> lab.packages.find(ACME, new PackageName(PackageType.NPM, wrong)))
                            .id())
                    .isEqualTo(Id.INVALID_PARAMETER);
        }
    }

    @Test
    void lists_the_packages_of_a_type() {
        for (int i = 0; i < 120; i++) {
            lab.stub.state().publish("acme/app", "com.example:lib" + i, "1.0", Lab.DAY);
        }
        assertThat(new HashSet<>(lab.packages.packages(ACME, PackageType.MAVEN)))
                .hasSize(120);
    }

    private String page(int number) {
        return first() + "&page=" + number;
    }

    private void publish(String version) {
        lab.stub.state().publish("acme/app", "com.example:app", version, Lab.DAY.plusSeconds(100_000_000));
    }

    private String first() {
        return lab.stub.url() + "/orgs/acme/packages/maven/com.example.app/versions?per_page=100&state=active";
    }

    private PackagesException incomplete() {
        PackagesException failure = catchThrowableOfType(PackagesException.class, lab::list);
        assertThat(failure.id()).isEqualTo(Id.INCOMPLETE_LISTING);
        return failure;
    }
}
