import type { Agreement, AgreementCounter, AgreementProposal } from '@openwaybill/schemas';
import { at, membersRule } from '../rules/members-rule.ts';

type Terms = Pick<
  AgreementProposal | AgreementCounter | Agreement,
  'grants' | 'impactAssessment' | 'interruptionTerms' | 'effectiveFromOn' | 'effectiveToOn'
>;

const PERSONAL: readonly string[] = ['personal', 'sensitive', 'secret'];
const THREE_DAYS = 259_200;
const THIRTY_DAYS = 2_592_000;

const termsRules = (schema: string, period: 'DSC-021' | 'DSC-023') => [
  membersRule<Terms>({
    schema,
    id: 'AGR-009',
    broken: ({ grants, impactAssessment }) =>
      at(
        '',
        impactAssessment !== undefined ||
          !grants.some(({ maxClass }) => PERSONAL.includes(maxClass)),
      ),
    requirement: 'AGR-009',
    text: {
      en: 'personal data is granted without an impact assessment',
      zh: '授予个人信息但缺少影响评估',
    },
    hint: { en: 'Add impactAssessment.', zh: '请补充 impactAssessment。' },
  }),
  membersRule<Terms>({
    schema,
    id: 'AGR-010',
    broken: ({ interruptionTerms: { plannedLeadSeconds, terminationLeadSeconds } }) => [
      ...at('/interruptionTerms/plannedLeadSeconds', plannedLeadSeconds >= THREE_DAYS),
      ...at('/interruptionTerms/terminationLeadSeconds', terminationLeadSeconds >= THIRTY_DAYS),
    ],
    requirement: 'AGR-010',
    text: {
      en: 'the agreed notice is shorter than the standard allows',
      zh: '约定的提前期短于标准下限',
    },
    hint: {
      en: 'Planned interruptions need 259200 s, terminations 2592000 s.',
      zh: '计划中断至少 259200 秒，终止至少 2592000 秒。',
    },
  }),
  membersRule<Terms>({
    schema,
    id: period,
    part: 'period',
    broken: ({ effectiveFromOn, effectiveToOn }) =>
      at('/effectiveToOn', effectiveToOn === undefined || effectiveToOn >= effectiveFromOn),
    text: { en: 'the agreement ends before it begins', zh: '协议结束早于开始' },
    hint: { en: 'Swap the two dates.', zh: '请对调两个日期。' },
  }),
];

/** Terms that are not the parties' to waive, and signatures over what was agreed. */
export const agreementRules = [
  ...termsRules('AgreementProposal', 'DSC-023'),
  ...termsRules('AgreementCounter', 'DSC-023'),
  ...termsRules('Agreement', 'DSC-021'),
  membersRule<Agreement>({
    schema: 'Agreement',
    id: 'AGR-006',
    broken: ({ signatures, revision }) =>
      (signatures ?? []).flatMap((signature, index) =>
        at(`/signatures/${index}/revision`, signature.revision === revision),
      ),
    requirement: 'AGR-006',
    text: { en: 'a signature is over another revision', zh: '签署的版本号与协议不符' },
    hint: { en: 'Drop it: changed terms are signed again.', zh: '请删去：条款变更后须重新签署。' },
  }),
];
