package io.github.ghpackages;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Identifies one package of one owner at one API, in reports, plans and journals.
 *
 * @param account whose package it is
 * @param name type and name of the package
 */
public record PackageRef(Account account, PackageName name) {

    /** The APIs of these packages. */
    public static Set<ApiUrl> apis(Collection<PackageRef> refs) {
        Set<ApiUrl> apis = new HashSet<>();
        for (PackageRef ref : refs) {
            apis.add(ref.account().apiUrl());
        }
        return apis;
    }

    // By hand, as in PackageName.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackageRef ref && account.equals(ref.account) && name.equals(ref.name);
    }

    @Override
    public int hashCode() {
        return 31 * account.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return account.login() + "/" + name;
    }
}
