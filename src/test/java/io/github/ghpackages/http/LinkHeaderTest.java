package io.github.ghpackages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkHeaderTest {

    private static final URI ASKED =
            URI.create("https://api.github.com/orgs/acme/packages/maven/a.b/versions?per_page=100");

    @Test
    void reads_githubs_form() {
        LinkHeader links = links("<https://api.github.com/organizations/7/x?page=2>; rel=\"next\", "
                + "<https://api.github.com/organizations/7/x?page=9>; rel=\"last\"");
        assertThat(links.find("next")).contains(URI.create("https://api.github.com/organizations/7/x?page=2"));
        assertThat(links.find("last")).contains(URI.create("https://api.github.com/organizations/7/x?page=9"));
        assertThat(links.find("prev")).isEmpty();
    }

    @Test
    void is_not_confused_by_a_package_that_is_called_like_a_relation() {
        String url = "https://api.github.com/orgs/acme/packages/maven/first.prev-last.next,rel=next/versions?page=";
        LinkHeader links = links("<" + url + "1>; rel=\"prev\", <" + url + "3>; rel=\"next\"");
        assertThat(links.find("next")).contains(URI.create(url + "3"));
        assertThat(links.find("prev")).contains(URI.create(url + "1"));
        assertThat(links.find("last")).isEmpty();
    }

    @Test
    void reads_every_form_that_the_standard_allows() {
        assertThat(links("<?page=2>;rel=next").find("next")).contains(ASKED.resolve("?page=2"));
        assertThat(links("<?page=2> ; title=\"a, <b>; \\\"c\\\"\" ; REL=\"x next\"")
                        .find("next"))
                .isPresent();
        assertThat(links("<?page=2>; rel=last; rel=next").find("next")).isEmpty();
        assertThat(links("<?a>; rel=prev", "<?b>; rel=next").find("next")).contains(ASKED.resolve("?b"));
    }

    @Test
    void keeps_a_link_that_cannot_be_read_as_one_that_leads_nowhere() {
        assertThat(links("<ht tp://[>; rel=\"next\"").find("next")).contains(URI.create("about:blank"));
        assertThat(links("rel=next; https://api.github.com").find("next")).contains(URI.create("about:blank"));
        assertThat(links("<?page=2>; rel=prev, garbage").find("next")).contains(URI.create("about:blank"));
    }

    /** A pattern overflowed the stack on it. */
    @Test
    void reads_a_quoted_parameter_of_any_length() {
        String title = "; title=\"" + "\\\"a".repeat(20_000) + "\"";
        assertThat(links("<?page=2>" + title + "; rel=\"next\"").find("next")).contains(ASKED.resolve("?page=2"));
        assertThat(links("<?page=2>; rel=prev" + title.substring(0, title.length() - 1))
                        .find("next"))
                .contains(URI.create("about:blank"));
    }

    @Test
    void reads_the_longest_header_in_no_time_whatever_is_in_it() {
        for (String piece :
                List.of("<", "<?a>", " ", ";", "; a", "=\"", "; a=\"b\\", ",", "\\", "\"", "<?a>; rel=\"  ")) {
            String value = piece.repeat(1_000_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> links(value).find("next"));
        }
    }

    @Test
    void finds_none_where_there_is_no_header() {
        assertThat(links().isEmpty()).isTrue();
    }

    private static LinkHeader links(String... values) {
        Headers headers = new Headers();
        for (String value : values) {
            headers.add("Link", value);
        }
        return LinkHeader.of(new Response(200, headers, "[]"), ASKED);
    }
}
