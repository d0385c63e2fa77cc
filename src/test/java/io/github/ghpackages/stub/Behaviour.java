package io.github.ghpackages.stub;

import java.time.Duration;

/**
 * Where GitHub's answer is not established, or differs between its editions, this says which one the stub gives. Every method
 * can be called while the stub runs.
 */
public final class Behaviour {

    /** How a page of a listing names the others. */
    public enum Links {
        /** By the path that was asked for. */
        SAME_PATH,
        /** By {@code /organizations/ID} or {@code /user/ID}, as GitHub does for organisations. */
        BY_ID,
        /** By the path that was asked for, without {@code last}. */
        NO_LAST
    }

    private volatile Links links = Links.SAME_PATH;
    private volatile boolean usersHonourState;
    private volatile int restoreRefusal = 404;
    private volatile boolean packageDatesStay;
    private volatile Duration latency = Duration.ZERO;
    private volatile boolean oldestFirst;
    private volatile boolean blobStore;
    private volatile int badLogins = Integer.MAX_VALUE;

    /** {@link Links#SAME_PATH} by default. */
    public Behaviour links(Links style) {
        links = style;
        return this;
    }

    /** Whether {@code /users/…/versions} heeds {@code state}; by default it does not, since nothing documents it. */
    public Behaviour usersHonourState(boolean honour) {
        usersHonourState = honour;
        return this;
    }

    /** Whether {@code updated_at} of a package stays when its versions change; it moves by default. Nothing documents either. */
    public Behaviour packageDatesStay(boolean stay) {
        packageDatesStay = stay;
        return this;
    }

    /** The status of a restore that is declined: 404 (the only one documented that fits) by default. */
    public Behaviour restoreRefusal(int status) {
        restoreRefusal = status;
        return this;
    }

    /** Every answer takes this long. */
    public Behaviour latency(Duration perAnswer) {
        latency = perAnswer;
        return this;
    }

    /** Listings come oldest first: nothing documents an order. */
    public Behaviour oldestFirst() {
        oldestFirst = true;
        return this;
    }

    /**
     * Downloads are redirected to another origin, which refuses a request that carries a token, as GitHub's file store does.
     */
    public Behaviour blobStore(boolean redirect) {
        blobStore = redirect;
        return this;
    }

    /** After this many bad tokens every token is turned away with 403. */
    public Behaviour lockedAfter(int badTokens) {
        badLogins = badTokens;
        return this;
    }

    Links links() {
        return links;
    }

    boolean usersHonourState() {
        return usersHonourState;
    }

    boolean packageDatesStay() {
        return packageDatesStay;
    }

    int restoreRefusal() {
        return restoreRefusal;
    }

    Duration latency() {
        return latency;
    }

    boolean isOldestFirst() {
        return oldestFirst;
    }

    boolean blobStore() {
        return blobStore;
    }

    int badLogins() {
        return badLogins;
    }
}
