package org.openwaybill;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The items of a list, whatever the size of its pages. A page is read when its first item is asked for; a refusal is
 * thrown there ({@link RefusedException}). It ends where a page has no cursor, or one that was there before.
 */
final class Pages<P extends Message, T> implements Iterable<T> {
    private final Function<String, Outcome<P>> read;
    private final Function<P, List<T>> items;
    private final Function<P, Optional<String>> next;

    Pages(Function<String, Outcome<P>> read, Function<P, List<T>> items, Function<P, Optional<String>> next) {
        this.read = read;
        this.items = items;
        this.next = next;
    }

    @Override
    public Iterator<T> iterator() {
        return new Walk();
    }

    private final class Walk implements Iterator<T> {
        private final Set<String> walked = new HashSet<>();
        private Iterator<T> page = Collections.emptyIterator();
        private String cursor;
        private boolean isLast;

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && !isLast) {
                P found = read.apply(cursor).getValue();
                page = items.apply(found).iterator();
                cursor = next.apply(found).orElse(null);
                isLast = cursor == null || !walked.add(cursor);
            }
            return page.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}
