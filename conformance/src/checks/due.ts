import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Finding } from '../words.ts';
import { blocked, demand } from './check.ts';
import type { Seen } from './seen.ts';

type Rest<T extends readonly unknown[]> = T extends [unknown, unknown, ...infer R] ? R : never;

/** Real milliseconds after which a clock that goes has gone on, however coarsely it is read. */
const APART = 5_000;

const stillness = new WeakMap<Seen, boolean>();

const madeAt = (exchange: Exchange): { readonly real: number; readonly told: number } => ({
  real: Date.parse(exchange.response?.receivedAt ?? ''),
  told: Date.parse(String(answerOf(exchange)?.createdAt)),
});

/**
 * Whether the clock of the system's data stands still, and the run may not move it. It is seen on the wire: two
 * agreements that were made seconds apart were made at one instant. Only a system that offers a test clock may have
 * one that stands; where the run uses that clock, or there is none, what is due is due.
 */
export const standsStill = (seen: Seen): boolean => {
  const known = stillness.get(seen);
  if (known !== undefined) return known;
  const { document, commands } = seen.claim;
  const mayStand = document.testControl?.commands.includes('CLOCK') === true;
  const made = seen.calls('proposeAgreement').filter(isAccepted).map(madeAt);
  const isStill =
    mayStand &&
    !commands.includes('CLOCK') &&
    made.some((one) =>
      made.some((other) => other.real - one.real >= APART && other.told === one.told),
    );
  stillness.set(seen, isStill);
  return isStill;
};

/** Whether a wait of the scenario of exchanges was left out, since the run has no patience for it. */
const wasCut = ({ transcript }: Seen, at: Exchange | readonly Exchange[]): boolean => {
  const scenarios = new Set([at].flat().map(({ scenario }) => scenario));
  return transcript.entries.some(
    (entry) =>
      entry.kind === 'mark' &&
      entry.edge === 'LEFT_OUT' &&
      entry.reason === 'INTERRUPTED' &&
      scenarios.has(entry.scenario),
  );
};

/** Something that comes due by itself came; where no time went by, for the system or in the run, that cannot be told. */
export const demandDue = (
  seen: Seen,
  isThere: boolean,
  at: Exchange | readonly Exchange[],
  ...said: Rest<Parameters<typeof demand>>
): Finding => {
  if (!isThere && standsStill(seen)) return blocked(at, 'CLOCK_STANDS_STILL');
  if (!isThere && wasCut(seen, at)) return blocked(at, 'INTERRUPTED');
  return demand(isThere, at, ...said);
};
