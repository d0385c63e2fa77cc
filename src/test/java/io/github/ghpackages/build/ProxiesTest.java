package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.http.HttpSettings.ProxySettings;
import java.net.URI;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private final DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
    private final DefaultProxySelector selector = new DefaultProxySelector();
    private final Proxies proxies = new Proxies(session.setProxySelector(selector));

    @Test
    void goes_through_the_proxy_with_its_login() {
        proxy("http", login("me", "pw"), "");

        assertThat(proxies.of(URI.create("https://api.github.com")))
                .hasValue(new ProxySettings("http", "proxy.corp", 3128, "me", "pw"));
    }

    @Test
    void needs_no_login() {
        proxy("http", null, "");

        assertThat(proxies.of(URI.create("https://api.github.com")))
                .hasValue(new ProxySettings("http", "proxy.corp", 3128, null, null));
    }

    @Test
    void speaks_plain_http_to_a_proxy_for_https() {
        proxy("https", null, "");

        assertThat(proxies.of(URI.create("https://api.github.com")).map(ProxySettings::protocol))
                .hasValue("http");
        assertThat(proxies.of(URI.create("http://ghes.corp"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.github.com, false",
        "https://ghes.corp/api/v3, true",
        "https://GHES.corp:8443, true",
        "http://127.0.0.1:9, true",
        "https://ghes.corp.evil, false"
    })
    void goes_directly_to_what_the_proxy_is_not_for(String url, boolean directly) {
        proxy("http", null, "*.corp|127.0.0.1");

        assertThat(proxies.of(URI.create(url)).isEmpty()).isEqualTo(directly);
    }

    @Test
    void goes_directly_where_there_is_no_proxy() {
        assertThat(proxies.of(URI.create("https://api.github.com"))).isEmpty();
        assertThat(new Proxies(new DefaultRepositorySystemSession()).of(URI.create("https://api.github.com")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{COQLCE6DU6GtcS5P=}", "${env.PROXY_PASSWORD}"})
    void refuses_a_password_that_maven_has_left_as_it_was(String password) {
        proxy("http", login("me", password), "");

        assertThatThrownBy(() -> proxies.of(URI.create("https://api.github.com")))
                .hasMessageStartingWith("""
                        Using the proxy proxy.corp:3128 of settings.xml failed.
                          Reason: Its password is still encrypted, or an expression that Maven could not resolve.
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me:s3cret@proxy.corp",
                "http://me:s3cret@proxy.corp",
                "proxy.corp/?s3cret",
                "proxy.corp#s3cret",
                "${env.s3cret}"
            })
    void refuses_a_host_that_is_more_than_a_name_without_repeating_it(String host) {
        selector.add(new Proxy("http", host, 3128, null), "");

        assertThatThrownBy(() -> proxies.of(URI.create("https://api.github.com")))
                .isInstanceOf(PackagesException.class)
                .hasMessageContaining("Its <host> is not just the name of a host, or is an expression")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "10.0.0.1", "::1", "[::1]", "my_proxy.corp"})
    void takes_any_name_and_any_address_of_a_host(String host) {
        selector.add(new Proxy("http", host, 3128, null), "");

        assertThat(proxies.of(URI.create("https://api.github.com")).map(ProxySettings::host))
                .hasValue(host);
    }

    private void proxy(String protocol, @Nullable Authentication login, String nonProxyHosts) {
        selector.add(new Proxy(protocol, "proxy.corp", 3128, login), nonProxyHosts);
    }

    private static Authentication login(String user, String password) {
        return new AuthenticationBuilder()
                .addUsername(user)
                .addPassword(password)
                .build();
    }
}
