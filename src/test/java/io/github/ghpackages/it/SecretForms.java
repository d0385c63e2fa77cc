package io.github.ghpackages.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a secret could come to stand in a file: as it is, in Base64, alone or behind a user's name, and each of these in a URL. */
final class SecretForms {

    private SecretForms() {}

    /** Form to its name, which a failing test may show. */
    static Map<String, String> of(String user, String secret) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(secret, "plain");
        for (String login : List.of(secret, user + ":" + secret)) {
            String behind = login.equals(secret) ? "" : " behind the user's name";
            forms.put(base64(Base64.getEncoder(), login), "in Base64" + behind);
            forms.put(base64(Base64.getUrlEncoder(), login), "in Base64 for URLs" + behind);
        }
        Map<String, String> inUrls = new LinkedHashMap<>();
        forms.forEach((form, name) -> {
            String encoded = URLEncoder.encode(form, UTF_8);
            inUrls.put(encoded, name + ", URL-encoded");
            inUrls.put(
                    encoded.replace("%2B", "%2b").replace("%2F", "%2f").replace("%3D", "%3d"),
                    name + ", in lower case");
        });
        inUrls.forEach(forms::putIfAbsent);
        return forms;
    }

    /** Without the characters at its end that depend on what follows. */
    private static String base64(Base64.Encoder encoder, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        String encoded = encoder.withoutPadding().encodeToString(bytes);
        return bytes.length % 3 == 0 ? encoded : encoded.substring(0, encoded.length() - 1);
    }
}
