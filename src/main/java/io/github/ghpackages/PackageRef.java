package io.github.ghpackages;

import java.net.URI;

/**
 * One package of one owner at one API: what a report, a plan and a journal need to find it again.
 *
 * @param apiUrl base URL of the REST API, such as {@code https://api.github.com}
 * @param owner login of the owner
 * @param name type and name of the package
 */
public record PackageRef(URI apiUrl, String owner, PackageName name) {

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
