package io.github.ghpackages.build;

import java.util.Queue;
import java.util.function.Consumer;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;

/**
 * Works when the session ends, before it delegates, so that the summary which Maven prints already knows of a failure. Each
 * piece of work is done, whatever another one throws.
 */
final class SessionEndListener implements ExecutionListener {

    private final ExecutionListener next;
    private final Queue<Runnable> work;
    private final Consumer<Throwable> failures;

    /**
     * @param next is called after the work
     * @param work to do at the end of the session
     * @param failures takes what the work throws, to fail the build with it
     */
    SessionEndListener(ExecutionListener next, Queue<Runnable> work, Consumer<Throwable> failures) {
        this.next = next;
        this.work = work;
        this.failures = failures;
    }

    @Override
    public void projectDiscoveryStarted(ExecutionEvent event) {
        next.projectDiscoveryStarted(event);
    }

    @Override
    public void sessionStarted(ExecutionEvent event) {
        next.sessionStarted(event);
    }

    @Override
    public void sessionEnded(ExecutionEvent event) {
        try {
            work.forEach(this::run);
        } finally {
            next.sessionEnded(event);
        }
    }

    /** Errors too: Maven would report a success first and then print what a listener throws. */
    private void run(Runnable piece) {
        try {
            piece.run();
        } catch (Throwable thrown) {
            failures.accept(thrown);
        }
    }

    @Override
    public void projectSkipped(ExecutionEvent event) {
        next.projectSkipped(event);
    }

    @Override
    public void projectStarted(ExecutionEvent event) {
        next.projectStarted(event);
    }

    @Override
    public void projectSucceeded(ExecutionEvent event) {
        next.projectSucceeded(event);
    }

    @Override
    public void projectFailed(ExecutionEvent event) {
        next.projectFailed(event);
    }

    @Override
    public void mojoSkipped(ExecutionEvent event) {
        next.mojoSkipped(event);
    }

    @Override
    public void mojoStarted(ExecutionEvent event) {
        next.mojoStarted(event);
    }

    @Override
    public void mojoSucceeded(ExecutionEvent event) {
        next.mojoSucceeded(event);
    }

    @Override
    public void mojoFailed(ExecutionEvent event) {
        next.mojoFailed(event);
    }

    @Override
    public void forkStarted(ExecutionEvent event) {
        next.forkStarted(event);
    }

    @Override
    public void forkSucceeded(ExecutionEvent event) {
        next.forkSucceeded(event);
    }

    @Override
    public void forkFailed(ExecutionEvent event) {
        next.forkFailed(event);
    }

    @Override
    public void forkedProjectStarted(ExecutionEvent event) {
        next.forkedProjectStarted(event);
    }

    @Override
    public void forkedProjectSucceeded(ExecutionEvent event) {
        next.forkedProjectSucceeded(event);
    }

    @Override
    public void forkedProjectFailed(ExecutionEvent event) {
        next.forkedProjectFailed(event);
    }
}
