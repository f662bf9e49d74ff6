import type {
  Claim,
  ClaimDecision,
  ClaimFiling,
  Complaint,
  ExceptionInstruction,
  ExceptionReport,
  LiabilityTerm,
} from '@openwaybill/schemas';
import { at, isAfter, membersRule } from '../rules/members-rule.ts';

const filingRules = (schema: string, id: 'DSC-021' | 'DSC-023') => [
  membersRule<ClaimFiling>({
    schema,
    id: 'CLM-003',
    part: 'insured',
    broken: ({ isInsured, declaredValue }) => at('', !isInsured || declaredValue !== undefined),
    requirement: 'CLM-003',
    text: { en: 'an insured parcel has no declared value', zh: '已保价包裹缺少保价金额' },
    hint: { en: 'Add declaredValue.', zh: '请补充 declaredValue。' },
  }),
  membersRule<ClaimFiling>({
    schema,
    id,
    part: 'amount',
    broken: ({ claimedAmount, declaredValue }) => [
      ...at('/claimedAmount/minor', claimedAmount.minor > 0),
      ...at(
        '/declaredValue/currency',
        declaredValue === undefined || declaredValue.currency === claimedAmount.currency,
      ),
    ],
    text: {
      en: 'nothing is claimed, or in another currency than was declared',
      zh: '索赔金额不为正数，或与保价金额币种不同',
    },
    hint: {
      en: 'Claim a positive amount in the declared currency.',
      zh: '请以保价币种填写正数金额。',
    },
  }),
];

const DECIDED: readonly string[] = ['APPROVED', 'REJECTED', 'APPEALED', 'PAID', 'CLOSED'];

const toNewConsignee = {
  text: { en: 'a new consignee, and nothing to deliver', zh: '有新收件人但并非再派' },
  hint: {
    en: 'newConsigneeRef goes with REDELIVER alone.',
    zh: 'newConsigneeRef 仅与 REDELIVER 同现。',
  },
};

/** Rules of exceptions, claims and complaints. */
export const claimsRules = [
  ...filingRules('ClaimFiling', 'DSC-023'),
  ...filingRules('Claim', 'DSC-021'),
  membersRule<ClaimDecision>({
    schema: 'ClaimDecision',
    id: 'DSC-021',
    broken: ({ decision, amount }) =>
      at('/amount/minor', decision === 'REJECTED' ? amount.minor === 0 : amount.minor > 0),
    text: { en: 'the amount does not fit the decision', zh: '金额与决定不符' },
    hint: {
      en: 'What is rejected is worth 0, everything else more.',
      zh: '驳回为 0，其余须为正数。',
    },
  }),
  membersRule<Claim>({
    schema: 'Claim',
    id: 'CLM-003',
    part: 'decision',
    broken: ({ decision, isInsured, declaredValue }) => [
      ...at(
        '/decision/amount',
        decision === undefined ||
          !isInsured ||
          declaredValue === undefined ||
          (decision.amount.currency === declaredValue.currency &&
            decision.amount.minor <= declaredValue.minor),
      ),
      ...at('/decision/rule', isInsured || decision?.rule !== 'DECLARED_VALUE'),
    ],
    requirement: 'CLM-003',
    text: {
      en: 'more is paid than was declared, or by a value that nobody declared',
      zh: '赔付超过保价金额，或对未保价包裹适用保价规则',
    },
    hint: {
      en: 'An insured parcel is worth its declared value at most; without, name another rule.',
      zh: '已保价者不超过保价金额；未保价者须注明其他规则。',
    },
  }),
  membersRule<Claim>({
    schema: 'Claim',
    id: 'DSC-021',
    part: 'decision',
    broken: ({ decision, claimedAmount }) =>
      at(
        '/decision/decision',
        decision === undefined ||
          decision.decision === 'REJECTED' ||
          (decision.decision === 'APPROVED'
            ? decision.amount.minor === claimedAmount.minor
            : decision.amount.minor < claimedAmount.minor),
      ),
    text: { en: 'the decision does not fit what was claimed', zh: '决定与索赔金额不符' },
    hint: {
      en: 'APPROVED pays the claimed amount, PARTLY less.',
      zh: 'APPROVED 为全额，PARTLY 为部分金额。',
    },
  }),
  membersRule<Claim>({
    schema: 'Claim',
    id: 'DSC-021',
    part: 'status',
    broken: ({ status, decision, appealDueAt }) =>
      at(
        '',
        (decision !== undefined || !DECIDED.includes(status)) &&
          (appealDueAt !== undefined || status !== 'REJECTED'),
      ),
    text: {
      en: 'a decided claim has no decision, or a rejected one no time for an appeal',
      zh: '已决定的理赔缺少决定，或驳回的理赔缺少申诉期限',
    },
    hint: {
      en: 'Show decision, and appealDueAt of what is rejected.',
      zh: '请给出 decision；驳回者并给出 appealDueAt。',
    },
  }),
  membersRule<ExceptionReport>({
    schema: 'ExceptionReport',
    id: 'DSC-021',
    part: 'instruction',
    broken: ({ status, instruction }) =>
      at('', instruction !== undefined || status !== 'INSTRUCTED'),
    text: { en: 'an instructed exception shows no instruction', zh: '已指示的异常未给出指示' },
    hint: { en: 'Show instruction.', zh: '请给出 instruction。' },
  }),
  membersRule<ExceptionReport>({
    schema: 'ExceptionReport',
    id: 'DSC-021',
    part: 'due',
    broken: ({ foundAt, instructionDueAt }) =>
      at('/instructionDueAt', isAfter(foundAt, instructionDueAt)),
    text: {
      en: 'an instruction is due before the exception was found',
      zh: '指示期限早于发现时刻',
    },
    hint: {
      en: 'Count the agreed time from foundAt.',
      zh: '请自 foundAt 起计算约定时限。',
    },
  }),
  membersRule<ExceptionReport>({
    schema: 'ExceptionReport',
    id: 'DSC-021',
    part: 'consignee',
    broken: ({ instruction, newConsigneeRef }) =>
      at('/newConsigneeRef', newConsigneeRef === undefined || instruction === 'REDELIVER'),
    ...toNewConsignee,
  }),
  membersRule<ExceptionInstruction>({
    schema: 'ExceptionInstruction',
    id: 'DSC-023',
    broken: ({ instruction, newConsigneeRef }) =>
      at('/newConsigneeRef', newConsigneeRef === undefined || instruction === 'REDELIVER'),
    ...toNewConsignee,
  }),
  membersRule<Complaint>({
    schema: 'Complaint',
    id: 'DSC-021',
    broken: ({ status, answer }) => at('', (status === 'ANSWERED') === (answer !== undefined)),
    text: { en: 'answer and status do not agree', zh: '答复与状态不符' },
    hint: { en: 'ANSWERED has an answer, and nothing else has.', zh: '仅 ANSWERED 带 answer。' },
  }),
  membersRule<LiabilityTerm>({
    schema: 'LiabilityTerm',
    id: 'CLM-003',
    broken: ({ isInsured, rule }) => at('/rule', isInsured || rule !== 'DECLARED_VALUE'),
    requirement: 'CLM-003',
    text: {
      en: 'the declared value decides what was not insured',
      zh: '对未保价包裹适用保价规则',
    },
    hint: { en: 'Name another rule.', zh: '请改用其他规则。' },
  }),
  membersRule<LiabilityTerm>({
    schema: 'LiabilityTerm',
    id: 'DSC-023',
    broken: ({ rule, limit, chargeMultiple }) =>
      at('', rule !== 'CONTRACT_LIMIT' || limit !== undefined || chargeMultiple !== undefined),
    text: { en: 'the limit of the contract is not said', zh: '合同限额未载明' },
    hint: { en: 'Add limit or chargeMultiple.', zh: '请补充 limit 或 chargeMultiple。' },
  }),
];
