import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Finding } from '../words.ts';
import { holds, violated } from './check.ts';
import { verbatim } from './sayings.ts';
import { eventsBy, type Seen } from './seen.ts';

/**
 * The events about one resource, in the order of their sequence, are a chain: each revision once, each beginning where
 * the one before ended, and the last one ending where the last read shows the resource. Only resources whose creation
 * was announced are looked at: of others the beginning is not known.
 */
export function* statusChain(
  seen: Seen,
  about: {
    readonly type: string;
    readonly id: string;
    readonly read: string;
  },
): Generator<Finding> {
  for (const [id, events] of eventsBy(seen, about.type, about.id)) {
    const [first] = events;
    const last = events.at(-1);
    if (first === undefined || last === undefined || first.data.fromStatus !== undefined) continue;
    const at = events.flatMap(({ attempts }) => attempts.slice(0, 1));
    const revisions = events.map(({ data }) => Number(data.revision));
    if (new Set(revisions).size !== revisions.length) {
      yield violated(
        at,
        { en: 'one event for each status change', zh: '每次状态变化一个事件' },
        { en: 'two events of one revision', zh: '同一版本有两个事件' },
        { pointer: '/data/revision', surface: 'body' },
      );
      continue;
    }
    const broken = events.findIndex(
      ({ data }, index) => index > 0 && data.fromStatus !== events[index - 1]?.data.toStatus,
    );
    if (broken > 0) {
      yield violated(
        [...at.slice(broken, broken + 1), ...at],
        verbatim(`fromStatus ${events[broken - 1]?.data.toStatus}`),
        verbatim(`fromStatus ${events[broken]?.data.fromStatus}`),
        { pointer: '/data/fromStatus', surface: 'body' },
      );
      continue;
    }
    const after = Math.max(...at.map(({ seq }) => seq));
    const read = seen
      .calls(about.read)
      .filter(
        (one) =>
          // what another scenario does later may go unannounced, where nobody subscribes any more
          one.scenario === at.at(-1)?.scenario &&
          isAccepted(one) &&
          answerOf(one)?.[about.id] === id,
      )
      .at(-1);
    if (read === undefined || read.seq < after) continue;
    const { status, revision } = answerOf(read);
    if (status !== last.data.toStatus || Number(revision) < Number(last.data.revision)) {
      yield violated(
        [read, ...at],
        {
          en: `the status of the last event, ${last.data.toStatus}`,
          zh: `最后一个事件的状态 ${last.data.toStatus}`,
        },
        { en: `${status} at revision ${revision}`, zh: `版本 ${revision} 时为 ${status}` },
        { pointer: '/status', surface: 'body' },
      );
      continue;
    }
    yield holds([read, ...at], 'body');
  }
}
