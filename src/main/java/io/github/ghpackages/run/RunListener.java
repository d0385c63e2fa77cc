package io.github.ghpackages.run;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.RequestQuota;
import io.github.ghpackages.Result;
import io.github.ghpackages.retention.PackagePlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Follows a run that changes something: a report, the progress, a summary for CI. Events come in the order of the methods. Never called
 * by two threads at once. Only a listener that needs the whole run keeps it in memory.
 */
public interface RunListener {

    /** So many of all packages are planned, or were found to have no plan, in a run that takes one after the other. */
    default void reached(int packages, int all) {}

    /** One package is planned. All packages are planned before anything is sent. */
    default void packagePlanned(PackagePlan plan) {}

    /**
     * Everything is read and checked, and the requests to one API are about to be sent.
     *
     * @param requests how many deletions, or how many restores of one package
     * @param estimate how long they take at the pace that GitHub allows
     * @param quota what GitHub says is left of the requests an hour
     */
    default void sending(ApiUrl apiUrl, int requests, Duration estimate, RequestQuota quota) {}

    /** So many more versions have an outcome. */
    default void progress(int more) {}

    /**
     * One package is done.
     *
     * @param results the outcomes by version id; a planned deletion without one was not attempted
     */
    default void done(PackagePlan plan, Map<Long, Result> results) {}

    /** One listener for several. */
    static RunListener all(List<RunListener> listeners) {
        return new RunListener() {
            @Override
            public void reached(int packages, int all) {
                listeners.forEach(listener -> listener.reached(packages, all));
            }

            @Override
            public void packagePlanned(PackagePlan plan) {
                listeners.forEach(listener -> listener.packagePlanned(plan));
            }

            @Override
            public void sending(ApiUrl apiUrl, int requests, Duration estimate, RequestQuota quota) {
                listeners.forEach(listener -> listener.sending(apiUrl, requests, estimate, quota));
            }

            @Override
            public void progress(int more) {
                listeners.forEach(listener -> listener.progress(more));
            }

            @Override
            public void done(PackagePlan plan, Map<Long, Result> results) {
                listeners.forEach(listener -> listener.done(plan, results));
            }
        };
    }
}
