import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  Optional,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Money } from '../vocabulary/money.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { cash, collectedCash } from './_examples.ts';
import { CodMethod, CodStatus } from './settlement-codes.ts';

const instructed = {
  waybillNo: Ref(WaybillNo),
  amount: Ref(
    Money,
    words(
      { en: 'Amount', zh: '代收金额' },
      { en: 'What the consignee pays on delivery.', zh: '收件人于签收时支付的金额。' },
    ),
  ),
  remitAccountRef: Line(
    64,
    { en: 'Account', zh: '汇付账户引用' },
    {
      en: 'Token for an account that both sides know; never its number.',
      zh: '双方已知账户的标记；不得为账号。',
    },
    { pattern: '[A-Za-z0-9_-]+', ...privacy('pseudonymous', 'opaque-ref') },
  ),
  remitWithinDayCount: Whole(
    0,
    365,
    { en: 'To be remitted within', zh: '汇付期限' },
    { en: 'Days after the collection.', zh: '收款后的天数。' },
  ),
};

/** What was collected, by the names that the event has too. */
export const collection = {
  collectedAmount: Ref(
    Money,
    words(
      { en: 'Collected', zh: '收款额' },
      { en: 'What the consignee paid.', zh: '收件人实付金额。' },
    ),
  ),
  method: Ref(CodMethod),
  collectedAt: Ref(
    Instant,
    words(
      { en: 'Collected at', zh: '收款时刻' },
      { en: 'As in the track of the parcel.', zh: '与物流轨迹一致。' },
    ),
  ),
};

/** What a remittance is named by. */
export const remitBatchId = Ref(
  Uuid,
  words(
    { en: 'Batch of remittance', zh: '汇付批次' },
    { en: 'Names the remittance.', zh: '标识一次汇付。' },
  ),
);

/** When a remittance was made. */
export const remittedAt = Ref(
  Instant,
  words(
    { en: 'Remitted at', zh: '汇付时刻' },
    { en: 'When the money was sent.', zh: '款项汇出的时刻。' },
  ),
);

/** One a waybill. */
export const CodInstruction = Closed(
  'CodInstruction',
  { en: 'Instruction to collect', zh: '代收货款委托' },
  {
    en: 'Asks the courier to collect an amount on delivery and to remit it.',
    zh: '委托快递企业于派送时代收并汇付货款。',
  },
  instructed,
);
export type CodInstruction = Static<typeof CodInstruction>;

/** YZ/T 0134 is taken to be its specification; its title is not confirmed. */
export const CashOnDelivery = Resource(
  'CashOnDelivery',
  { en: 'Cash on delivery', zh: '代收货款' },
  {
    en: 'What is to be collected for a waybill, what was, and what was remitted.',
    zh: '运单应收、实收与已汇付的货款。',
  },
  {
    ...instructed,
    status: Ref(CodStatus),
    collectedAmount: Optional(collection.collectedAmount),
    method: Optional(collection.method),
    collectedAt: Optional(collection.collectedAt),
    remitBatchId: Optional(remitBatchId),
    remittedAmount: Optional(
      Ref(
        Money,
        words(
          { en: 'Remitted', zh: '汇付额' },
          { en: 'At most what was collected.', zh: '不超过收款额。' },
        ),
      ),
    ),
    remittedAt: Optional(remittedAt),
    ...storedMembers,
  },
);
export type CashOnDelivery = Static<typeof CashOnDelivery>;

const { status: _s, revision: _r, createdAt: _c, updatedAt: _u, ...instruction } = cash;
const { remitAccountRef: _a, ...withoutAccount } = instruction;
const { collectedAmount: _m, ...withoutCollected } = collectedCash;
const remitted: CashOnDelivery = {
  ...collectedCash,
  status: 'REMITTED',
  remitBatchId: '0193a5c0-7d4e-7a11-8c00-0000000000e4',
  remittedAmount: { currency: 'CNY', minor: 19_900 },
  remittedAt: '2026-11-15T10:00:00+08:00',
  revision: 3,
  updatedAt: '2026-11-15T10:00:00+08:00',
};

export const codInstructionMessage = defineMessage({
  schema: CodInstruction,
  requirements: [],
  examples: {
    valid: { '199 yuan': instruction },
    invalid: {
      'account is missing': { value: withoutAccount, breaks: { pointer: '', rule: 'required' } },
      'the number of an account': {
        value: { ...instruction, remitAccountRef: '6200000000000000005' },
        breaks: { pointer: '/remitAccountRef', rule: 'STL-003', requirement: 'STL-003' },
      },
      'the number of an account in groups': {
        value: { ...instruction, remitAccountRef: '6200-0000-0000-0000-005' },
        breaks: { pointer: '/remitAccountRef', rule: 'STL-003', requirement: 'STL-003' },
      },
      'nothing to collect': {
        value: { ...instruction, amount: { currency: 'CNY', minor: 0 } },
        breaks: { pointer: '/amount', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'an account with spaces': {
        value: { ...instruction, remitAccountRef: 'acct main' },
        breaks: { pointer: '/remitAccountRef', rule: 'pattern' },
      },
    },
  },
});

export const cashOnDeliveryMessage = defineMessage({
  schema: CashOnDelivery,
  requirements: [
    {
      id: 'STL-003',
      level: 'MUST NOT',
      roles: 'any',
      position: 'sender',
      tier: 'W',
      text: { en: 'A bank account number is exchanged.', zh: '不得交换银行账号。' },
      wire: 'scan',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'not collected yet': cash,
      'collected in full': collectedCash,
      remitted,
      'another amount was collected': {
        ...collectedCash,
        status: 'DISCREPANT',
        collectedAmount: { currency: 'CNY', minor: 19_000 },
        revision: 3,
      },
      'the consignee did not pay': { ...cash, status: 'REFUSED', revision: 2 },
    },
    invalid: {
      'collected, but not how much': {
        value: withoutCollected,
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'more is remitted than was collected': {
        value: { ...remitted, remittedAmount: { currency: 'CNY', minor: 19_901 } },
        breaks: { pointer: '/remittedAmount', rule: 'STL-002', requirement: 'STL-002' },
      },
      'remitted in no batch': {
        value: { ...collectedCash, status: 'REMITTED' },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'collected although refused': {
        value: { ...collectedCash, status: 'REFUSED' },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a status of no list': {
        value: { ...cash, status: 'PAID' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
    },
  },
});
