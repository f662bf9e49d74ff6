import type { Selection } from '../selection.ts';
import { javadoc } from './javadoc.ts';
import { constantName, literal } from './names.ts';
import { importText } from './types.ts';

/** What asks a receiver whether it is there. */
const CHALLENGE = 'org.openwaybill.discovery.subscription.challenged';

const eventName = (type: string): string => constantName(type.replace(/^org\.openwaybill\./, ''));

/** The types of events with the messages that they carry. */
export const eventsText = ({ events }: Selection): string => `package org.openwaybill;

${importText([
  'java.util.HashMap',
  'java.util.Map',
  ...events.map(({ payload }) => `org.openwaybill.message.${payload}`),
])}
/** The events that come in, by the names of their types. */
public final class Events {
    static final String CHALLENGE = ${literal(CHALLENGE)};

    private static final Map<String, EventType<?>> ALL = new HashMap<>();
${events
  .map(
    (event) => `
${javadoc('    ', event.summary, event)}    public static final EventType<${event.payload}> ${eventName(event.type)} =
        type(${literal(event.type)}, ${event.payload}.SHAPE);
`,
  )
  .join('')}
    private Events() {
    }

    /** The type of that name; null where it is not known. */
    public static EventType<?> of(String name) {
        return ALL.get(name);
    }

    private static <T extends Message> EventType<T> type(String name, Shape<T> payload) {
        EventType<T> type = new EventType<>(name, payload);
        ALL.put(name, type);
        return type;
    }
}
`;

/** What a receiver refuses with. */
export const inboxProblemsText = ({ inboxProblems }: Selection): string => `package org.openwaybill;

/** A refusal of a receiver. */
enum InboxProblem {
${Object.entries(inboxProblems)
  .map(
    ([code, { status, title, retryable }]) =>
      `    ${code}(${status}, ${literal(title)}, ${retryable})`,
  )
  .join(',\n')};

    final long status;
    final String title;
    final boolean isRetryable;

    InboxProblem(long status, String title, boolean isRetryable) {
        this.status = status;
        this.title = title;
        this.isRetryable = isRetryable;
    }
}
`;
