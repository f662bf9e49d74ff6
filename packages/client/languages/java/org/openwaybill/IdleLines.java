package org.openwaybill;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/** Lines that wait for another exchange with the same party. */
final class IdleLines {
    /** Servers close what is idle, some after five seconds; a request must not meet that. */
    private static final long KEPT_NANOSECONDS = TimeUnit.SECONDS.toNanos(4);
    private static final int MOST = 16;

    private final Deque<Idle> all = new ArrayDeque<>();

    /** A line to that party; null where none is open. */
    Line take(String party) throws IOException {
        for (Line line = next(party); line != null; line = next(party)) {
            if (line.isOpen()) {
                return line;
            }
            line.close();
        }
        return null;
    }

    /** Keeps a line where another exchange may follow on it, and says whether it did: then it is another's already. */
    synchronized boolean keep(String party, Line line) throws IOException {
        if (!line.mayBeKept()) {
            return false;
        }
        all.addFirst(new Idle(party, line));
        while (all.size() > MOST || isOver(all.peekLast())) {
            all.removeLast().line.close();
        }
        return true;
    }

    /** The one that was used last, since it is the likeliest to be open. */
    private synchronized Line next(String party) {
        for (Iterator<Idle> each = all.iterator(); each.hasNext();) {
            Idle one = each.next();
            if (one.party.equals(party) && !isOver(one)) {
                each.remove();
                return one.line;
            }
        }
        return null;
    }

    private static boolean isOver(Idle one) {
        return System.nanoTime() - one.since > KEPT_NANOSECONDS;
    }

    private static final class Idle {
        final String party;
        final Line line;
        final long since = System.nanoTime();

        Idle(String party, Line line) {
            this.party = party;
            this.line = line;
        }
    }
}
