package io.github.ghpackages.stub;

/** What an account may do in a repository; each includes the ones before. */
public enum Right {
    NONE,
    READ,
    WRITE,
    ADMIN
}
