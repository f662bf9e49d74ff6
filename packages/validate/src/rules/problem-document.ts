import type { Problem } from '@openwaybill/schemas';
import { problems } from '../generated/facts.mjs';
import { at, membersRule } from './members-rule.ts';

const agrees = ({ code, type, title, status, retryable }: Problem): boolean => {
  // the table may grow: a receiver meets codes that it does not know yet
  if (!Object.hasOwn(problems, code)) return true;
  const row = problems[code];
  return (
    type === `https://openwaybill.org/problems/${code}` &&
    title === row.title.en &&
    status === row.status &&
    retryable === row.retryable
  );
};

const isComplete = (problem: Problem): boolean => {
  if (problem.status === 422 && problem.errors === undefined) return false;
  switch (problem.code) {
    case 'INTERRUPTED':
      return problem.noticeId !== undefined;
    case 'STATE_ILLEGAL':
      return problem.from !== undefined && problem.command !== undefined;
    case 'BATCH_TOO_LARGE':
      return problem.maxItemCount !== undefined;
    default:
      return true;
  }
};

/** A problem repeats its row of the closed table, and has the members that its code demands (3.5). */
export const problemRules = [
  membersRule<Problem>({
    schema: 'Problem',
    id: 'problem-table',
    broken: (problem) => at('/code', agrees(problem)),
    text: {
      en: 'type, title, status or retryable is not that of the code',
      zh: 'type、title、status 或 retryable 与错误码不符',
    },
    hint: {
      en: 'Copy the row of the code from the table of problems.',
      zh: '请照抄错误表中该错误码的一行。',
    },
  }),
  membersRule<Problem>({
    schema: 'Problem',
    id: 'problem-members',
    broken: (problem) => at('', isComplete(problem)),
    text: {
      en: 'a member that the code demands is missing',
      zh: '缺少该错误码要求的字段',
    },
    hint: {
      en: '422 has errors; INTERRUPTED noticeId; STATE_ILLEGAL from and command; BATCH_TOO_LARGE maxItemCount.',
      zh: '422 须有 errors；INTERRUPTED 须有 noticeId；STATE_ILLEGAL 须有 from 与 command；BATCH_TOO_LARGE 须有 maxItemCount。',
    },
  }),
];
