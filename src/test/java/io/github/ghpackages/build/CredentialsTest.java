package io.github.ghpackages.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.http.Token;
import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.ConservativeAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private static final ApiUrl API = ApiUrl.GITHUB;
    private static final String SECRET = "ghp_s3cretS3CRETs3cret";

    private final DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
    private final DefaultAuthenticationSelector logins = new DefaultAuthenticationSelector();
    private final Settings settings = new Settings();
    private final Map<String, String> environment = new HashMap<>();
    private final Credentials credentials = new Credentials(session, settings, environment);

    @BeforeEach
    void start() {
        session.setAuthenticationSelector(new ConservativeAuthenticationSelector(logins));
    }

    @Test
    void takes_the_password_of_the_server() {
        server("github", "me", SECRET, "");

        assertToken("github", "server 'github' of settings.xml");
        assertThat(credentials.username("github")).hasValue("me");
    }

    @Test
    void takes_the_password_that_maven_has_decrypted_not_the_one_in_the_file() {
        server("github", "me", "{encrypted=}", "");
        logins.add("github", new AuthenticationBuilder().addPassword(SECRET).build());

        assertToken("github", "server 'github' of settings.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer   ", "token ", "Token "})
    void takes_the_authorization_header_of_the_server(String scheme) {
        server("github", null, null, header("Authorization", scheme + SECRET));

        assertToken("github", "server 'github' of settings.xml (httpHeaders)");
        assertThat(credentials.username("github")).isEmpty();
    }

    @Test
    void splits_a_basic_header() {
        String basic = Base64.getEncoder().encodeToString(("me:" + SECRET).getBytes(UTF_8));
        server("github", null, null, header("authorization", "Basic " + basic));

        assertToken("github", "server 'github' of settings.xml (httpHeaders)");
        assertThat(credentials.username("github")).hasValue("me");
    }

    @Test
    void prefers_the_password_to_the_header() {
        server("github", "me", SECRET, header("Authorization", "Bearer other-token"));

        assertToken("github", "server 'github' of settings.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.github.com", "https://API.github.com/", "https://api.github.com:443"})
    void takes_the_token_of_the_environment_for_the_api_that_the_environment_names(String api) {
        environment.put("GITHUB_API_URL", api);
        environment.put("GITHUB_TOKEN", SECRET);

        assertToken("github", "GITHUB_TOKEN of the environment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://ghes.corp/api/v3", "http://api.github.com", "https://api.github.com:8443", "", "no url"
            })
    void does_not_take_the_token_of_the_environment_to_another_api(String api) {
        environment.put("GITHUB_API_URL", api);
        environment.put("GITHUB_TOKEN", SECRET);

        assertReason("github", "settings.xml has no <server> with this id.");
    }

    @Test
    void does_not_take_the_token_of_the_environment_where_no_api_is_named() {
        environment.put("GITHUB_TOKEN", SECRET);

        assertReason("github", "settings.xml has no <server> with this id.");
    }

    @Test
    void does_not_let_the_environment_hide_a_broken_password() {
        environment.put("GITHUB_API_URL", API.toString());
        environment.put("GITHUB_TOKEN", SECRET);
        server("github", "me", "${env.MY_TOKEN}", "");

        assertReason(
                "github",
                "Its password is still the expression ${env.MY_TOKEN}: the environment variable MY_TOKEN is not set.");
    }

    @Test
    void says_how_to_set_a_missing_server() {
        assertThatThrownBy(() -> credentials.token("ghp", API)).hasMessageStartingWith("""
                        Looking for the token of server 'ghp' in settings.xml failed.
                          Reason: settings.xml has no <server> with this id.
                          To do:  Add <server><id>ghp</id><username>YOUR_LOGIN</username><password>${env.GITHUB_TOKEN}</password>\
                        </server> to ~/.m2/settings.xml and set that variable, or name another server with \
                        -Dghpackages.serverId=ID.
                        """);
    }

    @Test
    void says_that_a_server_has_no_password() {
        server("github", "me", null, "<apiUrl>https://ghes.corp/api/v3</apiUrl>");

        assertReason(
                "github",
                "The <server> has neither a password nor an Authorization header in <configuration><httpHeaders>.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${env.GH_TOKEN_1}   | Its password is still the expression ${env.GH_TOKEN_1}: the environment variable GH_TOKEN_1 is not set.",
                "${env.gh_token}     | Its password is still the expression ${env.gh_token}: the environment variable gh_token is not set.",
                "${github.token}     | Its password is still an expression that Maven could not resolve.",
                "${env.a b}          | Its password is still an expression that Maven could not resolve: ${env.…}."
                        + " Its name is not shown, because it may be the token itself.",
                "${{ secrets.T }}    | Its password is a ${{ … }} of GitHub Actions, which settings.xml does not resolve.",
                "{COQLCE6DU6GtcS5P=} | Its password is still encrypted ({…}): Maven could not decrypt it.",
                "my {COQLCE6D=} pw   | Its password is still encrypted ({…}): Maven could not decrypt it.",
                "{[name=x,version=4.0]abc} | Its password is still encrypted ({…}): Maven could not decrypt it.",
            })
    void refuses_a_password_that_maven_has_left_as_it_was(String password, String reason) {
        environment.put("gh_token", "a variable of this name exists");
        server("github", "me", password, "");

        assertReason("github", reason);
    }

    /** What {@code server-password: ${{ secrets.X }}} of setup-java leads to. */
    @ParameterizedTest
    @ValueSource(strings = {"env.", "", "env.GITHUB_TOKEN}${env.", "env.A", "env.A-"})
    void never_shows_a_secret_in_place_of_a_variables_name(String before) {
        server("github", "${" + before + SECRET + "}", "${" + before + SECRET + "}", "");
        server("by-header", null, null, header("Authorization", "Bearer ${" + before + SECRET + "}"));

        for (String id : List.of("github", "by-header")) {
            assertThatThrownBy(() -> credentials.token(id, API))
                    .isInstanceOf(PackagesException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("s3cret");
            assertThat(credentials.username(id)).isEmpty();
        }
    }

    @Test
    void says_that_setup_java_expects_the_name_of_a_variable() {
        server("github", "me", "${env." + SECRET + "}", "");

        assertThatThrownBy(() -> credentials.token("github", API))
                .hasMessageContaining(
                        "The server-password of actions/setup-java expects the name of a variable, not a secret:"
                                + " server-password: GITHUB_TOKEN. Add to the step: env: GITHUB_TOKEN: ${{"
                                + " secrets.GITHUB_TOKEN }}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer ${env.T}  | Its Authorization header is still the expression ${env.T}: the environment variable T is not set.",
                "Bearer {abc=}    | Its Authorization header is still encrypted ({…}): Maven could not decrypt it.",
                "Digest abc       | Its Authorization header is neither 'Bearer TOKEN' nor 'Basic' with the Base64 of USER:TOKEN.",
                "ghp_abc          | Its Authorization header is neither 'Bearer TOKEN' nor 'Basic' with the Base64 of USER:TOKEN.",
                "Basic !!!        | Its Authorization header is neither 'Bearer TOKEN' nor 'Basic' with the Base64 of USER:TOKEN.",
                "Basic bWU=       | Its Authorization header is neither 'Bearer TOKEN' nor 'Basic' with the Base64 of USER:TOKEN.",
                "Basic bWU6       | Its Authorization header is neither 'Bearer TOKEN' nor 'Basic' with the Base64 of USER:TOKEN.",
            })
    void refuses_a_header_that_holds_no_token(String value, String reason) {
        server("github", null, null, header("Authorization", value));

        assertReason("github", reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET + "\n", "\t" + SECRET, SECRET + "\u001b[0m", SECRET + " x", SECRET + "\u00e9"})
    void refuses_a_password_that_is_not_a_token_and_does_not_repeat_it(String password) {
        server("github", "me", password, "");

        assertThatThrownBy(() -> credentials.token("github", API))
                .isInstanceOfSatisfying(
                        PackagesException.class,
                        failure -> assertThat(failure.id()).isEqualTo(PackagesException.Id.NO_TOKEN))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void ignores_a_user_name_that_maven_could_not_resolve() {
        server("github", "${env.GITHUB_ACTOR}", SECRET, "");

        assertThat(credentials.username("github")).isEmpty();
    }

    @Test
    void knows_the_api_that_a_server_is_meant_for() {
        server("ghes", "me", SECRET, "<apiUrl> https://ghes.corp/api/v3 </apiUrl>");
        server("github", "me", SECRET, "<apiUrl/>");
        server("other", "me", SECRET, "");

        assertThat(credentials.apiUrls()).containsOnly(Map.entry("ghes", "https://ghes.corp/api/v3"));
    }

    private void assertToken(String serverId, String origin) {
        Token token = credentials.token(serverId, API);

        assertThat(token.origin()).isEqualTo(origin);
        assertThat(token.scrub("[" + SECRET + "]")).isEqualTo("[***]");
    }

    private void assertReason(String serverId, String reason) {
        assertThatThrownBy(() -> credentials.token(serverId, API))
                .isInstanceOfSatisfying(PackagesException.class, failure -> {
                    assertThat(failure.id()).isEqualTo(PackagesException.Id.NO_TOKEN);
                    assertThat(failure.reason()).isEqualTo(reason);
                    assertThat(failure.tried()).contains("'" + serverId + "'");
                });
    }

    /** A server as Maven hands it on: its login in the session, its configuration in the settings. */
    private void server(String id, @Nullable String username, @Nullable String password, String configuration) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        server.setConfiguration(dom("<configuration>" + configuration + "</configuration>"));
        settings.addServer(server);
        logins.add(
                id,
                new AuthenticationBuilder()
                        .addUsername(username)
                        .addPassword(password)
                        .build());
    }

    private static Object dom(String xml) {
        try {
            return Xpp3DomBuilder.build(new StringReader(xml));
        } catch (IOException | XmlPullParserException failure) {
            throw new IllegalArgumentException(failure);
        }
    }

    private static String header(String name, String value) {
        return "<httpHeaders><property><name>User-Agent</name><value>x</value></property><property><name>" + name
                + "</name><value>" + value + "</value></property></httpHeaders>";
    }
}
