import { isBinding } from '../outcome.ts';
import type { RequirementResult, Result } from '../result/result.ts';
import { type Lang, reasonText, wantedAndSeen } from './wording.ts';

/** The obligatory cases that did not hold, each with why. */
export const openCases = (one: RequirementResult): string =>
  one.cases
    .filter(({ isObligatory, state }) => isObligatory && state !== 'held')
    .map(({ id, state, reason }) => `${id}: ${reason ?? state}`)
    .join('; ');

/** Why a requirement did not pass, in one line; nothing where it did. */
export const messageOf = (one: RequirementResult, result: Result, lang: Lang): string => {
  const reason = one.reason === undefined ? one.outcome : reasonText(one.reason)[lang];
  switch (one.outcome) {
    case 'failed':
      return (
        result.findings
          .filter(({ requirement }) => requirement === one.id)
          .map((finding) => {
            const { expected, actual } = wantedAndSeen(finding);
            return lang === 'zh'
              ? `${finding.case}：应为 ${expected.zh}，实为 ${actual.zh}`
              : `${finding.case}: wanted ${expected.en}, saw ${actual.en}`;
          })
          .join('; ') || one.text[lang]
      );
    case 'inconclusive':
      return openCases(one) || reason;
    case 'untested':
    case 'inapplicable':
      return reason;
    default:
      return '';
  }
};

/** Whether it is listed as a warning: it failed, and binds nobody's verdict. */
export const isWarning = ({ level, outcome }: RequirementResult): boolean =>
  level === 'SHOULD' && outcome === 'failed';

/** Whether it turns a build red by itself: a SHOULD never does, a MAY only when the rule of its use is broken. */
export const counts = ({ level, outcome }: RequirementResult): boolean =>
  isBinding(level) || (level === 'MAY' && outcome === 'failed');
