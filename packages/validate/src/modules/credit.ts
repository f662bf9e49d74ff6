import type {
  BlacklistChange,
  BlacklistCheck,
  BlacklistCheckResult,
  BlacklistEntry,
  BlacklistProposal,
  CreditEvaluation,
  CreditEvaluationSubmission,
} from '@openwaybill/schemas';
import { at, isAfter, isNotBefore, membersRule } from '../rules/members-rule.ts';

type Listed = Pick<
  BlacklistProposal | BlacklistEntry,
  | 'subjectKind'
  | 'subjectParty'
  | 'pointId'
  | 'subjectToken'
  | 'effectiveFromAt'
  | 'expiresAt'
  | 'appealUntilAt'
>;

/** The member that names a subject of each kind. */
const NAMED_BY = {
  ORGANISATION: 'subjectParty',
  SERVICE_POINT: 'pointId',
  PERSON: 'subjectToken',
} as const;
const WAYS = Object.values(NAMED_BY);

/** The same day and time two years on, by the offset that the instant is written with. */
const twoYearsAfter = (instant: string): number => {
  const [, year = '', rest = ''] = /^(\d{4})(.*)$/.exec(instant) ?? [];
  const later = `${String(Number(year) + 2).padStart(4, '0')}${rest}`;
  // 29 February has no counterpart: its term ends with the month
  return Date.parse(later.replace('-02-29T', '-02-28T'));
};

const entryRules = (schema: string, id: 'DSC-021' | 'DSC-023') => [
  membersRule<Listed>({
    schema,
    id,
    broken: (entry) =>
      at(
        '',
        WAYS.every((way) => (entry[way] !== undefined) === (way === NAMED_BY[entry.subjectKind])),
      ),
    text: {
      en: 'it does not name one subject of the kind that it says',
      zh: '未恰好指明一个与所述类别相符的对象',
    },
    hint: {
      en: 'ORGANISATION has subjectParty, SERVICE_POINT pointId, PERSON subjectToken, and nothing else.',
      zh: 'ORGANISATION 用 subjectParty，SERVICE_POINT 用 pointId，PERSON 用 subjectToken，仅此一项。',
    },
  }),
  membersRule<Listed>({
    schema,
    id: 'CRD-001',
    broken: ({ effectiveFromAt, expiresAt }) =>
      at(
        '/expiresAt',
        isAfter(effectiveFromAt, expiresAt) &&
          Date.parse(expiresAt) <= twoYearsAfter(effectiveFromAt),
      ),
    requirement: 'CRD-001',
    text: {
      en: 'an entry does not end within two years of its beginning',
      zh: '条目未在生效后两年内终止',
    },
    hint: { en: 'Choose an earlier expiresAt.', zh: '请选择更早的 expiresAt。' },
  }),
  membersRule<Listed>({
    schema,
    id: 'CRD-002',
    broken: ({ effectiveFromAt, appealUntilAt }) =>
      at('/effectiveFromAt', isNotBefore(appealUntilAt, effectiveFromAt)),
    requirement: 'CRD-002',
    text: { en: 'an entry takes effect while it may be appealed', zh: '条目在申诉期满前生效' },
    hint: {
      en: 'Let effectiveFromAt be appealUntilAt or later.',
      zh: 'effectiveFromAt 不得早于 appealUntilAt。',
    },
  }),
];

const scoreRule = (schema: string, id: 'DSC-021' | 'DSC-023') =>
  membersRule<CreditEvaluationSubmission | CreditEvaluation>({
    schema,
    id,
    broken: ({ subject, actorId }) => at('', (subject === undefined) !== (actorId === undefined)),
    text: { en: 'a score is not of one subject', zh: '评分未恰好针对一个对象' },
    hint: {
      en: 'Name either subject or actorId.',
      zh: 'subject 与 actorId 恰有其一。',
    },
  });

/** Whom an entry, a check and a score are about, and the terms that no entry may leave. */
export const creditRules = [
  ...entryRules('BlacklistProposal', 'DSC-023'),
  ...entryRules('BlacklistEntry', 'DSC-021'),
  scoreRule('CreditEvaluationSubmission', 'DSC-023'),
  scoreRule('CreditEvaluation', 'DSC-021'),
  membersRule<BlacklistCheck>({
    schema: 'BlacklistCheck',
    id: 'DSC-023',
    broken: ({ items }) =>
      items.flatMap((item, index) =>
        at(`/items/${index}`, WAYS.filter((way) => item[way] !== undefined).length === 1),
      ),
    text: { en: 'an item does not name one subject', zh: '条目未恰好指明一个对象' },
    hint: {
      en: 'Name subjectParty, pointId or subjectToken.',
      zh: '请给出 subjectParty、pointId、subjectToken 之一。',
    },
  }),
  membersRule<BlacklistCheckResult>({
    schema: 'BlacklistCheckResult',
    id: 'DSC-021',
    broken: ({ results }) =>
      results.flatMap(({ listed, reasonCode, entryId }, index) =>
        at(`/results/${index}`, listed || (reasonCode === undefined && entryId === undefined)),
      ),
    text: { en: 'an entry is told of a subject that is not listed', zh: '未列入的对象却给出条目' },
    hint: {
      en: 'Leave reasonCode and entryId out where listed is false.',
      zh: 'listed 为 false 时不给出 reasonCode 与 entryId。',
    },
  }),
  membersRule<BlacklistChange>({
    schema: 'BlacklistChange',
    id: 'DSC-022',
    broken: ({ subjectKind, subjectParty }) =>
      at('/subjectParty', subjectParty === undefined || subjectKind === 'ORGANISATION'),
    text: { en: 'a party stands in an event about no organisation', zh: '非单位条目的事件含主体' },
    hint: { en: 'Leave subjectParty out.', zh: '请去掉 subjectParty。' },
  }),
];
