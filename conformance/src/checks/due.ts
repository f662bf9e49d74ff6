import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Finding } from '../words.ts';
import { blocked, demand } from './check.ts';
import type { Seen } from './seen.ts';

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

/** Something that comes due by itself came; where no time goes by for the system, that cannot be told. */
export const demandDue = (seen: Seen, ...given: Parameters<typeof demand>): Finding =>
  given[0] || !standsStill(seen) ? demand(...given) : blocked(given[1], 'CLOCK_STANDS_STILL');
