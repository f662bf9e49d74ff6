import type {
  CashOnDelivery,
  ChargeAdvice,
  CodInstruction,
  CodRemittance,
  Dispute,
  DisputeRequest,
  DisputeResolution,
  StatementLine,
} from '@openwaybill/schemas';
import { exactSum, isTotalOf, namesItsService } from '../rules/charge-lines.ts';
import { at, membersRule } from '../rules/members-rule.ts';

/** Twelve digits or more, however they are grouped: cards have 13 to 19, accounts from 12 on. */
const ACCOUNT_NUMBER = /[0-9](?:[-_]?[0-9]){11}/;

/** Members that stand from a state on, and in no state before. */
const COLLECTED: readonly CashOnDelivery['status'][] = [
  'COLLECTED',
  'REMITTED',
  'RECONCILED',
  'DISCREPANT',
];
const REMITTED: readonly CashOnDelivery['status'][] = ['REMITTED', 'RECONCILED'];

const allOrNone = (members: readonly unknown[], all: boolean): boolean =>
  members.every((member) => (member !== undefined) === all);

const tellsItsState = (cash: CashOnDelivery): boolean => {
  const remitted = [cash.remitBatchId, cash.remittedAmount, cash.remittedAt];
  return (
    allOrNone(
      [cash.collectedAmount, cash.method, cash.collectedAt],
      COLLECTED.includes(cash.status),
    ) &&
    // what was remitted and then found to differ keeps its remittance
    (cash.status === 'DISCREPANT'
      ? allOrNone(remitted, cash.remitBatchId !== undefined)
      : allOrNone(remitted, REMITTED.includes(cash.status)))
  );
};

const isWithin = ({ amount, taxAmount }: StatementLine): boolean =>
  amount.currency === taxAmount.currency &&
  Math.abs(taxAmount.minor) <= Math.abs(amount.minor) &&
  taxAmount.minor * amount.minor >= 0;

/** Advices and statements that add up, disputes that say how they ended, cash that is remitted once. */
export const settlementRules = [
  membersRule<ChargeAdvice>({
    schema: 'ChargeAdvice',
    id: 'DSC-021',
    part: 'total',
    broken: ({ lines, total }) => at('/total', isTotalOf(total, lines)),
    text: {
      en: 'the lines of the advice do not add up to its total in one currency',
      zh: '费用通知各项之和与总额不符，或币种不一致',
    },
    hint: { en: 'Total = sum of the amounts of the lines.', zh: '总额 = 各项金额之和。' },
  }),
  membersRule<ChargeAdvice>({
    schema: 'ChargeAdvice',
    id: 'DSC-021',
    part: 'service',
    broken: ({ lines }) =>
      lines.flatMap((line, index) => at(`/lines/${index}`, namesItsService(line))),
    text: {
      en: 'a line of component VAS names no service, or another line names one',
      zh: '增值明细未指明服务，或其他明细指明了服务',
    },
    hint: { en: 'Give vasCode with component VAS alone.', zh: '仅当构成为 VAS 时给出 vasCode。' },
  }),
  membersRule<ChargeAdvice>({
    schema: 'ChargeAdvice',
    id: 'DSC-021',
    part: 'weight',
    broken: ({ actualWeightGrams, billedWeightGrams }) =>
      at('/billedWeightGrams', billedWeightGrams >= actualWeightGrams),
    text: { en: 'less is billed than was weighed', zh: '计费重量小于实际重量' },
    hint: {
      en: 'Bill the greater of actual and volumetric weight.',
      zh: '按实际重量与体积重量中较大者计费。',
    },
  }),
  membersRule<ChargeAdvice>({
    schema: 'ChargeAdvice',
    id: 'STL-004',
    broken: ({ quoteId, varianceMinor }) =>
      at('', (quoteId === undefined) === (varianceMinor === undefined)),
    requirement: 'STL-004',
    text: {
      en: 'a quote is named without the variance, or a variance without its quote',
      zh: '引用报价而未列差异，或列差异而未引用报价',
    },
    hint: {
      en: 'Give quoteId and varianceMinor together; 0 where nothing differs.',
      zh: '同时给出 quoteId 与 varianceMinor；无差异时为 0。',
    },
  }),
  membersRule<StatementLine>({
    schema: 'StatementLine',
    id: 'DSC-021',
    broken: (line) => at('/taxAmount', isWithin(line)),
    text: { en: 'the tax is no part of the amount', zh: '税额不是金额的一部分' },
    hint: {
      en: 'Give the tax that the amount includes, in its currency and with its sign.',
      zh: '税额须含于金额之中，币种与正负号一致。',
    },
  }),
  membersRule<DisputeRequest>({
    schema: 'DisputeRequest',
    id: 'DSC-023',
    broken: ({ claimedAmount }) => at('/claimedAmount', claimedAmount.minor > 0),
    text: { en: 'nothing is claimed', zh: '未主张任何金额' },
    hint: {
      en: 'Claim the positive amount that is to be taken off the line.',
      zh: '请以正数写明应自该明细扣除的金额。',
    },
  }),
  membersRule<Dispute>({
    schema: 'Dispute',
    id: 'DSC-021',
    broken: ({ status, creditedAmount, resolvedAt }) =>
      at(
        '',
        (creditedAmount !== undefined) === (status === 'UPHELD') &&
          (resolvedAt !== undefined) === (status !== 'OPEN'),
      ),
    text: {
      en: 'the dispute does not say how it ended, or says so while it is open',
      zh: '争议未写明处理结果，或未决时已写明',
    },
    hint: {
      en: 'UPHELD has creditedAmount; UPHELD and REJECTED have resolvedAt.',
      zh: 'UPHELD 给出 creditedAmount；UPHELD 与 REJECTED 给出 resolvedAt。',
    },
  }),
  membersRule<DisputeResolution>({
    schema: 'DisputeResolution',
    id: 'DSC-022',
    part: 'credit',
    broken: ({ toStatus, creditedAmount }) =>
      at('', toStatus === 'OPEN' || (creditedAmount !== undefined) === (toStatus === 'UPHELD')),
    text: {
      en: 'an upheld dispute credits nothing, or a rejected one something',
      zh: '争议成立而未减免，或不成立而减免',
    },
    hint: { en: 'Give creditedAmount with UPHELD alone.', zh: '仅争议成立时给出 creditedAmount。' },
  }),
  membersRule<DisputeResolution>({
    schema: 'DisputeResolution',
    id: 'DSC-022',
    part: 'end',
    broken: ({ toStatus }) => at('/toStatus', toStatus !== 'OPEN'),
    text: { en: 'a dispute that is open is said to be resolved', zh: '未决争议被称为已处理' },
    hint: { en: 'Send it with UPHELD or REJECTED.', zh: '请于 UPHELD 或 REJECTED 时发送。' },
  }),
  membersRule<CodInstruction>({
    schema: 'CodInstruction',
    id: 'DSC-023',
    broken: ({ amount }) => at('/amount', amount.minor > 0),
    text: { en: 'there is nothing to collect', zh: '无应收金额' },
    hint: { en: 'Give a positive amount, or no instruction.', zh: '请给出正数金额，或不作委托。' },
  }),
  ...(['CodInstruction', 'CashOnDelivery'] as const).map((schema) =>
    membersRule<CodInstruction>({
      schema,
      id: 'STL-003',
      broken: ({ remitAccountRef }) =>
        at('/remitAccountRef', !ACCOUNT_NUMBER.test(remitAccountRef)),
      problem: 'PLAINTEXT_PERSONAL_DATA',
      requirement: 'STL-003',
      text: { en: 'the reference looks like the number of an account', zh: '账户引用疑似账号' },
      hint: {
        en: 'Agree on a token for the account; it has no run of twelve digits.',
        zh: '请约定账户标记；其中不得含连续十二位数字。',
      },
    }),
  ),
  membersRule<CashOnDelivery>({
    schema: 'CashOnDelivery',
    id: 'DSC-021',
    broken: (cash) => at('', tellsItsState(cash)),
    text: {
      en: 'what was collected or remitted does not go with the status',
      zh: '收款或汇付内容与状态不符',
    },
    hint: {
      en: 'From COLLECTED on give amount, method and time of the collection; from REMITTED on those of the remittance.',
      zh: '自 COLLECTED 起给出收款额、方式与时刻；自 REMITTED 起给出汇付批次、金额与时刻。',
    },
  }),
  membersRule<CashOnDelivery>({
    schema: 'CashOnDelivery',
    id: 'STL-002',
    broken: ({ collectedAmount, remittedAmount }) =>
      at(
        '/remittedAmount',
        collectedAmount === undefined ||
          remittedAmount === undefined ||
          (remittedAmount.currency === collectedAmount.currency &&
            remittedAmount.minor <= collectedAmount.minor),
      ),
    requirement: 'STL-002',
    text: { en: 'more is remitted than was collected', zh: '汇付额大于收款额' },
    hint: { en: 'Remit at most what was collected.', zh: '汇付额不得超过收款额。' },
  }),
  membersRule<CodRemittance>({
    schema: 'CodRemittance',
    id: 'STL-002',
    broken: ({ items }) => {
      const numbers = items.map(({ waybillNo }) => waybillNo);
      return numbers.flatMap((waybillNo, index) =>
        at(`/items/${index}/waybillNo`, numbers.indexOf(waybillNo) === index),
      );
    },
    requirement: 'STL-002',
    text: { en: 'a waybill stands twice in the batch', zh: '同一运单在批次中出现两次' },
    hint: { en: 'Remit every waybill once.', zh: '每个运单仅汇付一次。' },
  }),
  membersRule<CodRemittance>({
    schema: 'CodRemittance',
    id: 'DSC-022',
    part: 'currency',
    broken: ({ items }) =>
      items.flatMap(({ amount }, index) =>
        at(`/items/${index}/amount`, amount.currency === items[0]?.amount.currency),
      ),
    text: { en: 'the batch has more than one currency', zh: '批次含多种货币' },
    hint: { en: 'Make a batch for each currency.', zh: '请按货币分别汇付。' },
  }),
  membersRule<CodRemittance>({
    schema: 'CodRemittance',
    id: 'DSC-022',
    part: 'total',
    broken: ({ items, totalMinor }) => at('/totalMinor', BigInt(totalMinor) === exactSum(items)),
    text: { en: 'the items do not add up to the total', zh: '各项之和与总额不符' },
    hint: { en: 'Total = sum of the amounts of the items.', zh: '总额 = 各项金额之和。' },
  }),
];
