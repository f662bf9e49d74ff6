import type { RequirementId, Text } from '../words.ts';
import { differencesOf } from './judgement.ts';
import type { Accepted, FaultRow } from './report.ts';

/** The requirements for which a fault is not green. */
export const concernedIn = (row: FaultRow): readonly RequirementId[] => {
  const { missed, accused, blinded } = differencesOf(row, row);
  return [...new Set([...missed, ...accused, ...blinded])];
};

/** Whether every shortcoming of a row may stay, with its reason in writing. */
export const isAccepted = (row: FaultRow, accepted: readonly Accepted[]): boolean =>
  concernedIn(row).every((requirement) =>
    accepted.some(
      (one) =>
        one.fault === row.id && one.requirement === requirement && one.judgement === row.judgement,
    ),
  );

const whyStale = (
  entry: Accepted,
  row: FaultRow | undefined,
  isKnown: boolean,
): Text | undefined => {
  if (!isKnown) return { en: 'there is no such fault', zh: '没有这一缺陷' };
  // what was not run says nothing
  if (row === undefined) return undefined;
  if (row.judgement !== entry.judgement)
    return {
      en: `it is ${row.judgement} now, and not ${entry.judgement}`,
      zh: `现为 ${row.judgement}，而非 ${entry.judgement}`,
    };
  return concernedIn(row).includes(entry.requirement)
    ? undefined
    : {
        en: `${entry.requirement} is not concerned any more`,
        zh: `${entry.requirement} 不再涉及`,
      };
};

/** Acceptances that no longer hold: each is a line to be removed. */
export const staleIn = (
  accepted: readonly Accepted[],
  rows: readonly FaultRow[],
  isKnown: (fault: string) => boolean,
): readonly { readonly fault: string; readonly why: Text }[] =>
  accepted.flatMap((entry) => {
    const row = rows.find(({ id }) => id === entry.fault);
    const why = whyStale(entry, row, isKnown(entry.fault));
    return why === undefined ? [] : [{ fault: entry.fault, why }];
  });
