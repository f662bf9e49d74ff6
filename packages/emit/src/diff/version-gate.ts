import type { Text } from '@openwaybill/schemas';
import { compareVersions, numbersOf } from '../version.ts';
import { isAtLeastAsSevere, type Severity } from './rule.ts';

/** Whether a version may carry what a diff found. */
export type Gate = {
  readonly declared: string;
  /** The least version that may, where there is one: nothing may carry what is forbidden. */
  readonly needed?: string;
  readonly isMet: boolean;
  readonly why: Text;
};

type Parts = readonly [major: number, minor: number, patch: number];

const NONE: Parts = [0, 0, 0];
const partsOf = (version: string): Parts => numbersOf(version) ?? NONE;

const bumped = ([major, minor, patch]: Parts, verdict: Severity): Parts => {
  if (isAtLeastAsSevere(verdict, 'major')) return [major + 1, 0, 0];
  if (verdict === 'minor') return [major, minor + 1, 0];
  return verdict === 'none' ? [major, minor, patch] : [major, minor, patch + 1];
};

/** Whether the version of the new contract is high enough for a verdict (SemVer 2.0); drafts, ballots and 0.x may break. */
export const gateOf = (before: string, declared: string, verdict: Severity): Gate => {
  const needed = bumped(partsOf(before), verdict).join('.');
  if (verdict === 'forbidden')
    return {
      declared,
      isMet: false,
      why: { en: 'no version may carry what is forbidden', zh: '被禁止的变更不得进入任何版本' },
    };
  if (declared.includes('-') || partsOf(declared)[0] === 0)
    return {
      declared,
      needed,
      isMet: true,
      why: { en: 'a draft may break', zh: '草案可不兼容' },
    };
  const isMet = compareVersions(declared, needed) >= 0;
  return {
    declared,
    needed,
    isMet,
    why: isMet
      ? { en: `${declared} may carry it`, zh: `${declared} 可包含这些变更` }
      : {
          en: `the version must be at least ${needed}`,
          zh: `版本至少为 ${needed}`,
        },
  };
};
