import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, ListOf, Optional, Ref, Resource, words } from '../define/index.ts';
import { Attachment } from '../vocabulary/attachment.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Money } from '../vocabulary/money.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { dispute } from './_examples.ts';
import { DisputeReason, DisputeStatus } from './settlement-codes.ts';
import { statementId } from './statement.ts';
import { lineId } from './statement-line.ts';

/** What a dispute is named by, also in the event of its end. */
export const disputeId = Ref(
  Uuid,
  words(
    { en: 'Dispute id', zh: '争议标识' },
    { en: 'Names the dispute at the courier.', zh: '在快递企业标识该争议。' },
  ),
);

/** What is taken off a line. */
export const creditedAmount = Optional(
  Ref(
    Money,
    words(
      { en: 'Credited', zh: '减免金额' },
      {
        en: 'With UPHELD: what is taken off the line.',
        zh: '争议成立时给出：自该明细扣除的金额。',
      },
    ),
  ),
);

const claim = {
  statementId,
  lineId,
  reason: Ref(DisputeReason),
  evidence: ListOf(
    Ref(Attachment),
    0,
    5,
    words({ en: 'Evidence', zh: '证据' }, { en: 'Files that show it.', zh: '证明材料。' }),
  ),
  claimedAmount: Ref(
    Money,
    words(
      { en: 'Claimed', zh: '主张金额' },
      { en: 'What is to be taken off the line.', zh: '主张自该明细扣除的金额。' },
    ),
  ),
};

/** One line a dispute, so that the others can be agreed on. */
export const DisputeRequest = Closed(
  'DisputeRequest',
  { en: 'Request of a dispute', zh: '争议提交' },
  {
    en: 'Says that a line of a statement is wrong, and by how much.',
    zh: '指出账单某明细有误及金额。',
  },
  claim,
);
export type DisputeRequest = Static<typeof DisputeRequest>;

export const Dispute = Resource(
  'Dispute',
  { en: 'Dispute', zh: '账单争议' },
  { en: 'A disputed line and what became of it.', zh: '有争议的明细及其处理结果。' },
  {
    disputeId,
    ...claim,
    status: Ref(DisputeStatus),
    creditedAmount,
    resolvedAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Resolved at', zh: '处理完成时刻' },
          { en: 'With UPHELD and REJECTED.', zh: '争议成立或不成立时给出。' },
        ),
      ),
    ),
    ...storedMembers,
  },
);
export type Dispute = Static<typeof Dispute>;

const {
  disputeId: _id,
  status: _status,
  revision: _revision,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...request
} = dispute;
const { lineId: _line, ...withoutLine } = request;
const upheld: Dispute = {
  ...dispute,
  status: 'UPHELD',
  creditedAmount: { currency: 'CNY', minor: 600 },
  resolvedAt: '2026-12-03T10:00:00+08:00',
  revision: 2,
  updatedAt: '2026-12-03T10:00:00+08:00',
};
const { creditedAmount: _credit, ...withoutCredit } = upheld;

export const disputeRequestMessage = defineMessage({
  schema: DisputeRequest,
  requirements: [],
  examples: {
    valid: {
      'a parcel that was never carried': request,
      'a weight, with the photo of a scale': {
        ...request,
        reason: 'WEIGHT',
        evidence: [
          {
            attachmentId: '0193a5c0-7d4e-7a11-8c00-0000000000a1',
            mediaType: 'image/jpeg',
            sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
            sizeBytes: 48_213,
          },
        ],
        claimedAmount: { currency: 'CNY', minor: 100 },
      },
    },
    invalid: {
      'line is missing': { value: withoutLine, breaks: { pointer: '', rule: 'required' } },
      'a reason of no list': {
        value: { ...request, reason: 'TOO_DEAR' },
        breaks: { pointer: '/reason', rule: 'enum' },
      },
      'nothing is claimed': {
        value: { ...request, claimedAmount: { currency: 'CNY', minor: 0 } },
        breaks: { pointer: '/claimedAmount', rule: 'DSC-023', requirement: 'DSC-023' },
      },
    },
  },
});

export const disputeMessage = defineMessage({
  schema: Dispute,
  requirements: [],
  examples: {
    valid: {
      'not decided yet': dispute,
      'decided for the merchant': upheld,
      'decided for the courier': { ...withoutCredit, status: 'REJECTED' },
    },
    invalid: {
      'upheld, and nothing is credited': {
        value: withoutCredit,
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'credited while it is open': {
        value: { ...dispute, creditedAmount: { currency: 'CNY', minor: 600 } },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a status of no list': {
        value: { ...dispute, status: 'SETTLED' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
    },
  },
});
