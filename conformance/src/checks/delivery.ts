import { answerOf, headerOf, isAccepted, requestOf, statusOf, textOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Check } from '../words.ts';
import { blocked, type CaseJudge, checkOf, demand, holds, violated } from './check.ts';
import type { Seen } from './seen.ts';

const CHALLENGE = 'org.openwaybill.discovery.subscription.challenged';
const ZEROS = '0'.repeat(20);

const isChallenge = ({ eventType }: Exchange): boolean => eventType === CHALLENGE;

/** Deliveries to the address of a subscription that a probe created. */
const deliveriesTo = (seen: Seen, probe: string): readonly Exchange[] => {
  const created = seen.one(probe);
  if (created === undefined || !isAccepted(created)) return [];
  const url = requestOf(created)?.callbackUrl;
  return seen.deliveries.filter(({ request }) => request.url === url);
};

/** Only the challenge arrives, and the subscription waits. */
const waits =
  (creation: string, state: string): CaseJudge =>
  (seen) => {
    const arrived = deliveriesTo(seen, creation);
    const read = seen.one(state);
    const challenged = arrived.find(isChallenge);
    if (challenged === undefined || read === undefined) return undefined;
    const early = arrived.find((exchange) => !isChallenge(exchange));
    if (early !== undefined)
      return violated(
        [early, challenged],
        'no event before the challenge is answered',
        'an event',
        {
          surface: 'absence',
        },
      );
    // that nothing came counts only where another subscription got it
    const control = deliveriesTo(seen, 'challenge-right').some((one) => !isChallenge(one));
    if (!control)
      return blocked(challenged, 'NO_TRAFFIC', 'no event reached the proved subscription');
    return demand(
      answerOf(read)?.state === 'PENDING_CHALLENGE',
      [read, challenged],
      'state PENDING_CHALLENGE',
      `state ${answerOf(read)?.state}`,
      { pointer: '/state', surface: 'body' },
    );
  };

/** Events of one address by their `webhook-id`, those delivered more than once. */
const repeated = (seen: Seen): readonly (readonly Exchange[])[] => {
  const groups = new Map<string, Exchange[]>();
  for (const exchange of seen.deliveries) {
    if (isChallenge(exchange)) continue;
    const key = `${headerOf(exchange.request.headers, 'webhook-id')} ${exchange.request.url}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [exchange]);
    else group.push(exchange);
  }
  return [...groups.values()];
};

/** After an answer of that kind the same event comes again. */
const retriedAfter = (isKind: (exchange: Exchange) => boolean): CaseJudge =>
  function* (seen) {
    for (const attempts of repeated(seen)) {
      const index = attempts.findIndex(isKind);
      const failed = attempts[index];
      if (failed === undefined || failed.scenario !== 'delivery-retries') continue;
      const next = attempts[index + 1];
      if (next === undefined) {
        yield violated(failed, 'another attempt under the same webhook-id', 'none', {
          surface: 'absence',
        });
        continue;
      }
      const before = Number(headerOf(failed.request.headers, 'webhook-timestamp'));
      const after = Number(headerOf(next.request.headers, 'webhook-timestamp'));
      yield textOf(next.request.body) !== textOf(failed.request.body)
        ? violated([next, failed], 'the same bytes', 'another body', { surface: 'body' })
        : demand(after > before, [next, failed], 'a later webhook-timestamp', 'the former one', {
            surface: 'header',
          });
    }
  };

/** Checks of the delivery of events: signature, challenge, retries, sequence. */
export const deliveryChecks: readonly Check[] = [
  checkOf('DSC-008', {
    signed: (seen) =>
      seen.deliveries.map((exchange) =>
        demand(
          exchange.facts?.signature === 'VALID',
          exchange,
          'v1a signatures that verify over the raw bytes with a published key',
          `signature ${exchange.facts?.signature ?? 'not looked at'}`,
          { surface: 'header' },
        ),
      ),
    'id-is-webhook-id': (seen) =>
      seen.deliveries.map((exchange) =>
        demand(
          headerOf(exchange.request.headers, 'webhook-id') === requestOf(exchange)?.id,
          exchange,
          'webhook-id equal to the id of the event',
          'another id',
          { surface: 'header' },
        ),
      ),
  }),
  checkOf('DSC-010', {
    'after-500': { needs: 'CLOCK', judge: retriedAfter((one) => statusOf(one) === 500) },
    'after-reset': { needs: 'CLOCK', judge: retriedAfter((one) => one.unanswered === 'RESET') },
    'after-silence': { needs: 'CLOCK', judge: retriedAfter((one) => one.unanswered === 'TIMEOUT') },
  }),
  checkOf('DSC-011', {
    'challenge-first': waits('challenge-not', 'state-not'),
    'challenge-wrong': waits('challenge-wrong', 'state-wrong'),
    'redirect-not-followed': (seen) => {
      const sent = deliveriesTo(seen, 'challenge-redirecting').find((one) => statusOf(one) === 302);
      if (sent === undefined) return undefined;
      const target = headerOf(sent.response?.headers, 'Location');
      const followed = seen.exchanges.find(
        ({ from, request, seq }) => from === 'sut' && seq > sent.seq && request.url === target,
      );
      return followed === undefined
        ? holds(sent, 'absence')
        : violated([followed, sent], 'nothing at the target of a redirect', 'a request there', {
            surface: 'absence',
          });
    },
  }),
  checkOf('DSC-012', {
    'grows-by-one': function* (seen) {
      // a subscription that takes only some types sees gaps where the others stand
      const whole = new Set(
        seen
          .calls('createEventSubscription')
          .filter(isAccepted)
          .map((exchange) => requestOf(exchange))
          .filter(
            ({ eventTypes }) => eventTypes?.length >= seen.claim.document.events.sends.length - 1,
          )
          .map(({ callbackUrl }) => callbackUrl),
      );
      for (const url of whole) {
        const numbers = new Map<string, Exchange>();
        for (const exchange of seen.deliveries)
          if (exchange.request.url === url && !isChallenge(exchange))
            numbers.set(String(requestOf(exchange)?.sequence), exchange);
        const ordered = [...numbers.keys()].sort();
        for (const [index, now] of ordered.entries()) {
          const before = ordered[index - 1];
          if (before === undefined) continue;
          const at = [numbers.get(now)?.seq ?? 0, numbers.get(before)?.seq ?? 0];
          const gap = BigInt(now) - BigInt(before);
          yield demand(gap === 1n, at, 'the next sequence number', `${gap} further`, {
            pointer: '/sequence',
            surface: 'body',
          });
        }
      }
    },
    'one-event-a-number': (seen) => {
      const ids = new Map<string, string>();
      for (const exchange of seen.deliveries) {
        if (isChallenge(exchange)) continue;
        const { id, sequence } = requestOf(exchange) ?? {};
        const known = ids.get(sequence);
        if (known !== undefined && known !== id)
          return violated(exchange, 'one event for each sequence number', 'two', {
            pointer: '/sequence',
            surface: 'body',
          });
        ids.set(sequence, id);
      }
      const last = seen.deliveries.findLast((one) => !isChallenge(one));
      return last === undefined ? undefined : holds(last, 'body');
    },
    'challenge-has-zeros': (seen) =>
      seen.deliveries
        .filter(isChallenge)
        .map((exchange) =>
          demand(
            requestOf(exchange)?.sequence === ZEROS,
            exchange,
            'twenty zeros',
            'a counted challenge',
            { pointer: '/sequence', surface: 'body' },
          ),
        ),
  }),
  checkOf('CTY-006', {
    ordered: (seen) =>
      seen
        .calls('replayEvents')
        .filter(isAccepted)
        .map((exchange) => {
          const numbers: readonly string[] = (answerOf(exchange)?.events ?? []).map(
            ({ sequence }: { readonly sequence: string }) => sequence,
          );
          return demand(
            numbers.every((one, index) => index === 0 || one > (numbers[index - 1] ?? '')),
            exchange,
            'events in the order of their sequence, each once',
            'another order',
            { pointer: '/events', surface: 'body' },
          );
        }),
    'without-gap': (seen) => {
      const pages = seen.probe('replay-page').filter(isAccepted);
      if (pages.length === 0) return undefined;
      const numbers = pages
        .flatMap((page) => answerOf(page)?.events ?? [])
        .map(({ sequence }: { readonly sequence: string }) => BigInt(sequence));
      if (numbers.length < 2) return blocked(pages, 'TOO_FEW_SAMPLES');
      const broken = numbers.findIndex(
        (one, index) => index > 0 && one - (numbers[index - 1] ?? 0n) !== 1n,
      );
      return demand(
        broken < 0,
        pages,
        'every sequence number from the first to the last, once',
        `a gap or a repeat after ${broken} events`,
        { pointer: '/events', surface: 'body' },
      );
    },
    'has-what-was-delivered': (seen) => {
      const pages = seen.probe('replay-page').filter(isAccepted);
      const last = pages.at(-1);
      if (last === undefined) return undefined;
      const replayed = new Set(
        pages.flatMap((page) => answerOf(page)?.events ?? []).map(({ id }: { id: string }) => id),
      );
      const lost = seen.deliveries.find(
        (one) =>
          one.seq < (pages[0]?.seq ?? 0) && !isChallenge(one) && !replayed.has(requestOf(one)?.id),
      );
      return lost === undefined
        ? holds(last, 'body')
        : violated([last, lost], 'every delivered event in the replay', 'one that is not', {
            surface: 'absence',
          });
    },
  }),
];
