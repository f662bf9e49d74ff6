import { problemSetOf, problems, registry } from '@openwaybill/schemas';
import { holds } from '../applicability.ts';
import { wrongRequests } from '../checks/derived/refusal.ts';
import { seenOf } from '../checks/seen.ts';
import { leaksOf } from '../concerns/leaks/leaks.ts';
import { ONLOOKERS } from '../concerns/views/onlookers.ts';
import { LOOKED_IN, lookIn } from '../concerns/views/views-by-role.ts';
import { codeOfAnswer, isAccepted } from '../transcript/body.ts';
import { type Exchange, exchangesOf, type Transcript } from '../transcript/format.ts';
import type { Claim } from '../words.ts';
import type { Coverage } from './result.ts';
import { transitionsOf } from './transitions.ts';

const groupedBy = (
  exchanges: readonly Exchange[],
  nameOf: (exchange: Exchange) => string | undefined,
): ReadonlyMap<string, readonly Exchange[]> => {
  const groups = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const name = nameOf(exchange);
    if (name === undefined) continue;
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [exchange]);
    else known.push(exchange);
  }
  return groups;
};

const operationsIn = (exchanges: readonly Exchange[], claim: Claim): Coverage['operations'] => {
  const served = groupedBy(exchanges, ({ to, operation }) =>
    to === 'sut' ? operation : undefined,
  );
  const called = groupedBy(exchanges, ({ from, operation }) =>
    from === 'sut' ? operation : undefined,
  );
  return registry.operations.flatMap(({ operationId: name, module }) => {
    const row = (position: 'server' | 'caller', mine: readonly Exchange[] = []) => {
      const accepted = mine.filter(isAccepted).length;
      return { name, module, position, accepted, refused: mine.length - accepted };
    };
    return [
      ...(holds({ offers: name }, claim) ? [row('server', served.get(name))] : []),
      // what a system may call is wide, and nobody claims it: only what it did call is told
      ...(called.has(name) ? [row('caller', called.get(name))] : []),
    ];
  });
};

const eventsIn = (exchanges: readonly Exchange[], claim: Claim): Coverage['events'] => {
  const sent = groupedBy(exchanges, ({ from, eventType }) =>
    from === 'sut' ? eventType : undefined,
  );
  const received = groupedBy(exchanges, ({ to, eventType }) =>
    to === 'sut' ? eventType : undefined,
  );
  const { sends, receives } = claim.document.events;
  return registry.events.flatMap(({ type: name, module }) => [
    ...(sends.includes(name)
      ? [{ name, module, position: 'sender' as const, count: sent.get(name)?.length ?? 0 }]
      : []),
    ...(receives.includes(name)
      ? [{ name, module, position: 'receiver' as const, count: received.get(name)?.length ?? 0 }]
      : []),
  ]);
};

const problemsIn = (exchanges: readonly Exchange[], claim: Claim): Coverage['problems'] => {
  const answered = groupedBy(exchanges, (exchange) =>
    exchange.to === 'sut' ? codeOfAnswer(exchange) : undefined,
  );
  const possible = new Set<string>(
    registry.operations
      .filter(({ operationId }) => holds({ offers: operationId }, claim))
      .flatMap(problemSetOf),
  );
  return Object.entries(problems).flatMap(([name, { status }]) =>
    possible.has(name) ? [{ name, status, count: answered.get(name)?.length ?? 0 }] : [],
  );
};

const negativesIn = (transcript: Transcript, claim: Claim): Coverage['negatives'] => {
  const wrong = wrongRequests(seenOf(transcript, claim));
  const made = new Map<string, { made: number; discarded: number }>();
  for (const entry of transcript.entries)
    if (entry.kind === 'negatives') {
      const former = made.get(entry.operation) ?? { made: 0, discarded: 0 };
      made.set(entry.operation, {
        made: former.made + entry.made,
        discarded: former.discarded + entry.discarded,
      });
    }
  return [...made].map(([operation, counts]) => {
    const mine = wrong.filter((one) => one.operation === operation);
    return {
      operation,
      ...counts,
      sent: mine.length,
      rules: [...new Set(mine.map(({ fault }) => fault.rule))].sort(),
    };
  });
};

const privacyIn = (
  transcript: Transcript,
  exchanges: readonly Exchange[],
  claim: Claim,
): Coverage['privacy'] => {
  const { people, watched } = leaksOf(transcript);
  const surfaces = new Map<string, Coverage['privacy']['surfaces'][number]>();
  for (const { of, surface } of watched) {
    const name = `${of} ${surface}`;
    surfaces.set(name, { of, surface, count: (surfaces.get(name)?.count ?? 0) + 1 });
  }
  const looked = groupedBy(exchanges, ({ from, probe }) =>
    probe === undefined ? undefined : `${from} ${probe}`,
  );
  return {
    people: people.length,
    surfaces: [...surfaces.values()],
    looks: holds({ offers: 'getConsigneeView' }, claim)
      ? [...ONLOOKERS].flatMap(([who, viewer]) =>
          LOOKED_IN.map((stage) => {
            const mine = looked.get(`${who} ${lookIn(stage)}`) ?? [];
            return { viewer, stage, count: mine.length, answered: mine.filter(isAccepted).length };
          }),
        )
      : [],
  };
};

/** What of the contract a run reached, and what of the claim it did not. */
export const coverageOf = (transcript: Transcript, claim: Claim): Coverage => {
  const exchanges = exchangesOf(transcript);
  return {
    operations: operationsIn(exchanges, claim),
    events: eventsIn(exchanges, claim),
    problems: problemsIn(exchanges, claim),
    transitions: transitionsOf(transcript, claim),
    negatives: negativesIn(transcript, claim),
    privacy: privacyIn(transcript, exchanges, claim),
  };
};
