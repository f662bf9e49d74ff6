import { answerOf, codeOfAnswer, isAccepted } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Finding } from '../words.ts';
import { blocked, demand, endingOf, violated } from './check.ts';
import { isSame } from './derived/difference.ts';

/** How many of these requests were on their way at once, by the clock of the runner. */
export const inFlight = (exchanges: readonly Exchange[]): number =>
  Math.max(
    0,
    ...exchanges.map(
      ({ request: { sentAt } }) =>
        exchanges.filter(
          ({ request, response }) =>
            request.sentAt <= sentAt && (response?.receivedAt ?? sentAt) >= sentAt,
        ).length,
    ),
  );

/** Requests that were meant to meet, where at least two did. */
export const haveMet = (exchanges: readonly Exchange[]): boolean => inFlight(exchanges) > 1;

/** The same command twice at once: one is taken, the other is told to wait or is given the same answer. */
export const oneOfTwo = (race: readonly Exchange[]): Finding | undefined => {
  if (race.length < 2) return undefined;
  if (!haveMet(race)) return blocked(race, 'TOO_FEW_SAMPLES');
  const accepted = race.filter(isAccepted);
  const wrong = race.find((one) => !isAccepted(one) && codeOfAnswer(one) !== 'REQUEST_IN_PROGRESS');
  if (accepted.length === 0) return blocked(race, 'STATE_NOT_REACHED');
  if (wrong !== undefined)
    return violated(
      wrong,
      { en: '409 REQUEST_IN_PROGRESS or the replay', zh: '409 REQUEST_IN_PROGRESS，或重放的应答' },
      endingOf(wrong),
      { surface: 'status' },
    );
  const [first, ...others] = accepted.map((one): unknown => answerOf(one));
  return demand(
    others.every((one) => isSame(first, one)),
    race,
    { en: 'one resource', zh: '同一资源' },
    { en: 'different answers', zh: '不同的应答' },
    { surface: 'body' },
  );
};
