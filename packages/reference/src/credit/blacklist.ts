import {
  type BlacklistCheck,
  type BlacklistCheckResult,
  type BlacklistEntry,
  epochMillis,
} from '@openwaybill/schemas';

type Item = BlacklistCheck['items'][number];

/** Whether an entry counts at an instant: it is in effect, has begun and has not ended. */
export const isInEffect = (
  { status, effectiveFromAt, expiresAt }: BlacklistEntry,
  at: string,
): boolean =>
  status === 'EFFECTIVE' &&
  epochMillis(effectiveFromAt) <= epochMillis(at) &&
  epochMillis(at) < epochMillis(expiresAt);

/** Organisations are compared by their ids: a role or a name beside one tells them apart for nobody. */
const isAbout = (entry: BlacklistEntry, item: Item): boolean =>
  (item.subjectParty !== undefined && entry.subjectParty?.partyId === item.subjectParty.partyId) ||
  (item.pointId !== undefined && entry.pointId === item.pointId) ||
  (item.subjectToken !== undefined && entry.subjectToken === item.subjectToken);

/**
 * The answer to a check, in the order of its items. Who is not listed, who was, and who was never heard of get one
 * and the same answer.
 */
export const blacklistCheckOf = (
  entries: readonly BlacklistEntry[],
  { items }: BlacklistCheck,
  at: string,
): BlacklistCheckResult => {
  const inEffect = entries.filter((entry) => isInEffect(entry, at));
  return {
    results: items.map((item, index) => {
      const entry = inEffect.find((one) => isAbout(one, item));
      return entry === undefined
        ? { index, listed: false }
        : { index, listed: true, reasonCode: entry.reasonCode, entryId: entry.entryId };
    }),
  };
};

/** Whether an entry may take effect: the time for an appeal has passed (CRD-002). */
export const isAppealPeriodOver = (
  { appealUntilAt }: Pick<BlacklistEntry, 'appealUntilAt'>,
  at: string,
): boolean => epochMillis(at) >= epochMillis(appealUntilAt);
