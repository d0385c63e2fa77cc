package io.github.ghpackages.github;

import io.github.ghpackages.http.Request;
import java.util.Optional;

/**
 * A request that deletes or restores. It leaves only in a {@link Turn}, for which it may have to wait for minutes: whoever sends it
 * looks while it holds its turn whether the change is still meant.
 */
public final class ChangeRequest {

    private final Request request;

    ChangeRequest(Request request) {
        this.request = request;
    }

    /** Waits until the request may leave. */
    public Turn turn() {
        return new Turn(request.turn());
    }

    /** The right to send once. */
    public static final class Turn implements AutoCloseable {

        private final Request.Turn turn;

        private Turn(Request.Turn turn) {
            this.turn = turn;
        }

        /** Every answer comes back; a broken connection is an error. Empty if there is no answer yet: look again in another turn. */
        public Optional<ChangeResponse> send() {
            return turn.send().map(ChangeResponse::new);
        }

        @Override
        public void close() {
            turn.close();
        }
    }
}
