package io.github.ghpackages.retention;

/** What to do when a plan would empty a package, which GitHub declines for its last version. */
public enum OnLastVersion {
    KEEP("keep"),
    FAIL("fail"),
    DELETE_PACKAGE("deletePackage");

    private final String text;

    OnLastVersion(String text) {
        this.text = text;
    }

    /** As the user types it. */
    @Override
    public String toString() {
        return text;
    }
}
