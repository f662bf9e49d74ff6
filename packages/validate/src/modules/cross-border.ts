import type {
  CustomsDeclaration,
  CustomsDeclarationAmendment,
  CustomsDeclarationSubmission,
  CustomsStatus,
  Money,
  PostalItemDescriptionSubmission,
  TripleMatch,
} from '@openwaybill/schemas';
import { residentId } from '../check-digits/index.ts';
import { at, isNotBefore, membersRule } from '../rules/members-rule.ts';

type Declared = Partial<
  Pick<
    CustomsDeclarationSubmission,
    'lines' | 'totalValue' | 'paymentRef' | 'waybillNo' | 'buyerAttestation'
  >
>;

const addsUp = (values: readonly Money[], total: Money): boolean =>
  values.every(({ currency }) => currency === total.currency) &&
  values.reduce((sum, { minor }) => sum + minor, 0) === total.minor;

const negativeIn = (member: string, goods: readonly { readonly value: Money }[]) =>
  goods.flatMap(({ value }, index) => at(`/${member}/${index}/value`, value.minor >= 0));

const negativeWords = {
  text: { en: 'goods are worth less than nothing', zh: '货物价值为负' },
  hint: { en: 'Declare what they are worth, 0 at least.', zh: '请申报实际价值，至少为 0。' },
};

const declaredRules = (schema: string, form: 'DSC-021' | 'DSC-023') => [
  membersRule<Declared>({
    schema,
    id: 'XBD-002',
    broken: ({ lines, totalValue }) =>
      at(
        '/totalValue',
        lines === undefined ||
          totalValue === undefined ||
          addsUp(
            lines.map(({ value }) => value),
            totalValue,
          ),
      ),
    requirement: 'XBD-002',
    text: {
      en: 'the total is not the sum of the lines in one currency',
      zh: '总值不等于各行之和，或币种不一致',
    },
    hint: { en: 'Add the values of the lines again.', zh: '请重新合计各行价值。' },
  }),
  membersRule<Declared>({
    schema,
    id: 'XBD-001',
    broken: ({ paymentRef, waybillNo, buyerAttestation }) => [
      ...at('/paymentRef', !residentId.isValid(paymentRef ?? '')),
      ...at('/waybillNo', !residentId.isValid(waybillNo ?? '')),
      ...at(
        '/buyerAttestation/receiptRef',
        !residentId.isValid(buyerAttestation?.receiptRef ?? ''),
      ),
    ],
    problem: 'PLAINTEXT_PERSONAL_DATA',
    requirement: 'XBD-001',
    text: {
      en: 'the reference is the number of an identity card',
      zh: '该编号为居民身份证号',
    },
    hint: {
      en: 'Identity numbers stand in no message; the declarant asks for a sealed reveal.',
      zh: '消息不得携带证件号；报关企业须申请密封揭示。',
    },
  }),
  membersRule<Declared>({
    schema,
    id: form,
    part: 'line-numbers',
    broken: ({ lines = [] }) => {
      const numbers = lines.map(({ lineNo }) => lineNo);
      return numbers.flatMap((number, index) =>
        at(`/lines/${index}/lineNo`, numbers.indexOf(number) === index),
      );
    },
    text: { en: 'two lines have one number', zh: '两行的行号相同' },
    hint: { en: 'Number the lines from 1.', zh: '请从 1 起为各行编号。' },
  }),
  membersRule<Declared>({
    schema,
    id: form,
    part: 'values',
    broken: ({ lines = [] }) => negativeIn('lines', lines),
    ...negativeWords,
  }),
];

const replyWords = {
  requirement: 'XBD-005' as const,
  text: { en: 'a status of the authority has no reply code', zh: '海关状态缺少回执代码' },
  hint: {
    en: 'Add authorityCode to every status but SUBMITTED.',
    zh: '除 SUBMITTED 外均须带 authorityCode。',
  },
};

const repliedTo = ({ status, authorityCode }: Pick<CustomsStatus, 'status' | 'authorityCode'>) =>
  at('', status === 'SUBMITTED' || authorityCode !== undefined);

const MATCHES = {
  orderMatched: 'ORDER',
  paymentMatched: 'PAYMENT',
  waybillMatched: 'WAYBILL',
} as const;

/** Rules of declarations, replies of the authority, and what is in a postal item. */
export const crossBorderRules = [
  ...declaredRules('CustomsDeclarationSubmission', 'DSC-023'),
  ...declaredRules('CustomsDeclarationAmendment', 'DSC-023'),
  ...declaredRules('CustomsDeclaration', 'DSC-021'),
  membersRule<CustomsDeclarationAmendment>({
    schema: 'CustomsDeclarationAmendment',
    id: 'DSC-023',
    part: 'total',
    broken: ({ lines, totalValue }) => at('', (lines === undefined) === (totalValue === undefined)),
    text: {
      en: 'lines are amended without their total, or the other way round',
      zh: 'lines 与 totalValue 须同时修改',
    },
    hint: { en: 'Send both or neither.', zh: '请同时发送或同时省略。' },
  }),
  membersRule<CustomsDeclaration>({
    schema: 'CustomsDeclaration',
    id: 'XBD-005',
    broken: repliedTo,
    ...replyWords,
  }),
  membersRule<CustomsStatus>({
    schema: 'CustomsStatus',
    id: 'XBD-005',
    broken: repliedTo,
    ...replyWords,
  }),
  membersRule<TripleMatch>({
    schema: 'TripleMatch',
    id: 'DSC-022',
    broken: (match) => [
      ...Object.entries(MATCHES).flatMap(([member, document]) =>
        at(
          `/${member}`,
          !match[member as keyof typeof MATCHES] ||
            match.receipts.some((receipt) => receipt.document === document),
        ),
      ),
      ...match.receipts.flatMap(({ receivedAt }, index) =>
        at(
          `/receipts/${index}/receivedAt`,
          isNotBefore(match.receipts[index - 1]?.receivedAt, receivedAt),
        ),
      ),
    ],
    text: {
      en: 'a document is matched without a receipt, or receipts are out of order',
      zh: '相符的单证没有回执，或回执未按时间排列',
    },
    hint: {
      en: 'List every receipt in the order of time; only an answered document is matched.',
      zh: '请按时间列出全部回执；有回执的单证方可相符。',
    },
  }),
  membersRule<PostalItemDescriptionSubmission>({
    schema: 'PostalItemDescriptionSubmission',
    id: 'DSC-023',
    broken: ({ contents }) => negativeIn('contents', contents),
    ...negativeWords,
  }),
];
