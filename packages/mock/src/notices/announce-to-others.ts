import type { TestInterruption } from '@openwaybill/schemas';
import { hasAgreement } from '../engine/agreement.ts';
import { instantOf } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import { announce } from './announce.ts';

/**
 * Announces an interruption to every other party that this system reaches and has an effective agreement with: each
 * gets a notice of its own, as far ahead of its own clock as the first one.
 */
export const announceToOthers = (
  system: System,
  now: string,
  first: string,
  interruption: TestInterruption,
): void => {
  const { startsAt } = interruption;
  for (const { partyId, baseUrl } of system.options.counterparties) {
    if (partyId === first || baseUrl === undefined) continue;
    system.background(() =>
      system.transact(partyId, async (unit, theirs) => {
        if (!(await hasAgreement(unit, partyId))) return;
        const ahead = startsAt === undefined ? undefined : Date.parse(startsAt) - Date.parse(now);
        await announce(system, unit, theirs, partyId, {
          ...interruption,
          ...(ahead === undefined ? {} : { startsAt: instantOf(Date.parse(theirs) + ahead) }),
        });
      }),
    );
  }
};
