package io.github.ghpackages;

import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Identifies one package of one owner at one API, in reports, plans and journals.
 *
 * @param apiUrl base URL of the REST API, such as {@code https://api.github.com}
 * @param owner login of the owner
 * @param name type and name of the package
 */
public record PackageRef(URI apiUrl, String owner, PackageName name) {

    /** The APIs of these packages. */
    public static Set<URI> apis(Collection<PackageRef> refs) {
        Set<URI> apis = new HashSet<>();
        for (PackageRef ref : refs) {
            apis.add(ref.apiUrl());
        }
        return apis;
    }

    // By hand, as in PackageName.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackageRef ref
                && apiUrl.equals(ref.apiUrl)
                && owner.equals(ref.owner)
                && name.equals(ref.name);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * apiUrl.hashCode() + owner.hashCode()) + name.hashCode();
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
