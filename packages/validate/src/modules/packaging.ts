import type {
  AssetRecorded,
  CreditPosted,
  GreenCreditEntry,
  GreenCreditPosting,
  PackagingDeclaration,
  PackagingDeclarationSubmission,
  ProducerReport,
  ProducerReportSubmission,
  RecyclingEvent,
  RecyclingReport,
  ReusableAssetEvent,
  ReusableAssetEventReport,
} from '@openwaybill/schemas';
import { creditReasons, packKinds } from '../generated/facts.mjs';
import { at, membersRule } from '../rules/members-rule.ts';

/** Of an answer, a payload of an event, a request. */
type Condition = 'DSC-021' | 'DSC-022' | 'DSC-023';

/** A kind that the list does not have may be reusable: its receiver cannot know. */
const isSingleUse = (kind: string): boolean =>
  Object.hasOwn(packKinds, kind) && !packKinds[kind as keyof typeof packKinds].reusable;

const classRule = (schema: string, id: Condition) =>
  membersRule<PackagingDeclaration | PackagingDeclarationSubmission>({
    schema,
    id,
    broken: ({ packClass, components }) =>
      at('/packClass', packClass !== 'A_REUSABLE' || !components.every((c) => isSingleUse(c.kind))),
    text: {
      en: 'the class is reusable and no component is made to be used again',
      zh: '类别为循环，但没有可循环的组成部分',
    },
    hint: {
      en: 'Name the reusable component, or another class.',
      zh: '请列出循环件，或改用其他类别。',
    },
  });

const boundRule = (schema: string, id: Condition) =>
  membersRule<ReusableAssetEvent | ReusableAssetEventReport | AssetRecorded>({
    schema,
    id,
    broken: ({ step, waybillNo }) =>
      step === 'BOUND'
        ? at('', waybillNo !== undefined)
        : at('/waybillNo', waybillNo === undefined),
    text: {
      en: 'an asset is bound to a waybill that is not named, or not bound to one that is',
      zh: '绑定未给出运单号，或非绑定给出了运单号',
    },
    hint: { en: 'BOUND has waybillNo; other steps do not.', zh: '仅绑定环节带 waybillNo。' },
  });

const measuredRule = (schema: string, id: Condition) =>
  membersRule<RecyclingEvent | RecyclingReport>({
    schema,
    id,
    broken: ({ weightGrams, itemCount }) =>
      at('', weightGrams !== undefined || itemCount !== undefined),
    text: { en: 'it is neither weighed nor counted', zh: '既未称重也未计件' },
    hint: { en: 'Add weightGrams or itemCount.', zh: '请补充 weightGrams 或 itemCount。' },
  });

const pointsRule = (schema: string, id: Condition) =>
  membersRule<GreenCreditEntry | GreenCreditPosting | CreditPosted>({
    schema,
    id,
    broken: ({ points, reason }) => {
      const sign = creditReasons[reason]?.sign ?? 0;
      return at('/points', points !== 0 && (sign === 0 || Math.sign(points) === sign));
    },
    text: { en: 'the points do not have the sign of their reason', zh: '积分正负与事由不符' },
    hint: {
      en: 'Points are given for what is green, taken for what is redeemed or expired, and never zero.',
      zh: '绿色行为增加积分，兑换与过期减少积分，且不为零。',
    },
  });

const reversalRule = (schema: string) =>
  membersRule<GreenCreditEntry | GreenCreditPosting>({
    schema,
    id: 'PKG-004',
    broken: ({ reason, reversesEntryId }) =>
      reason === 'REVERSED'
        ? at('', reversesEntryId !== undefined)
        : at('/reversesEntryId', reversesEntryId === undefined),
    requirement: 'PKG-004',
    text: {
      en: 'a reversal names no entry, or an entry is named that is not reversed',
      zh: '冲正未指明原分录，或非冲正指明了原分录',
    },
    hint: {
      en: 'REVERSED has reversesEntryId; other reasons do not.',
      zh: '仅冲正带 reversesEntryId。',
    },
  });

const materialRule = (schema: string, id: Condition) =>
  membersRule<ProducerReport | ProducerReportSubmission>({
    schema,
    id,
    broken: ({ rows }) =>
      rows.flatMap(({ material }, index) =>
        at(`/rows/${index}/material`, rows.findIndex((row) => row.material === material) === index),
      ),
    text: { en: 'a material has two rows', zh: '同一材料出现两行' },
    hint: { en: 'Add them up in one row.', zh: '请合并为一行。' },
  });

/** What a declaration, a cycle, a ledger and a report say of themselves. */
export const packagingRules = [
  classRule('PackagingDeclarationSubmission', 'DSC-023'),
  classRule('PackagingDeclaration', 'DSC-021'),
  boundRule('ReusableAssetEventReport', 'DSC-023'),
  boundRule('ReusableAssetEvent', 'DSC-021'),
  boundRule('AssetRecorded', 'DSC-022'),
  measuredRule('RecyclingReport', 'DSC-023'),
  measuredRule('RecyclingEvent', 'DSC-021'),
  pointsRule('GreenCreditPosting', 'DSC-023'),
  pointsRule('GreenCreditEntry', 'DSC-021'),
  pointsRule('CreditPosted', 'DSC-022'),
  reversalRule('GreenCreditPosting'),
  reversalRule('GreenCreditEntry'),
  materialRule('ProducerReportSubmission', 'DSC-023'),
  materialRule('ProducerReport', 'DSC-021'),
];
