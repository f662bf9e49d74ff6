import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Line,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  words,
} from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { ErasureId } from '../vocabulary/erasure-id.ts';
import { Instant } from '../vocabulary/instant.ts';
import { RevealField } from '../vocabulary/reveal-field-codes.ts';
import { ErasureState } from './consignee-codes.ts';

export const ErasureReceipt = Resource(
  'ErasureReceipt',
  { en: 'Receipt of an erasure', zh: '删除凭据' },
  {
    en: 'How far the erasure is, and what the law makes the receiver keep.',
    zh: '删除的进度，以及依法须保留的内容。',
  },
  {
    erasureId: Ref(ErasureId),
    state: Ref(ErasureState),
    erasedAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Erased at', zh: '删除时刻' },
          { en: 'From then on the references are unknown.', zh: '自此引用视为不存在。' },
        ),
      ),
    ),
    retained: ListOf(
      Part({
        field: Ref(RevealField),
        legalBasis: Line(
          80,
          { en: 'Legal basis', zh: '法律依据' },
          { en: 'What demands that the field is kept.', zh: '要求保留该字段的依据。' },
          privacy('business', 'business-text'),
        ),
        untilOn: Ref(
          CivilDate,
          words(
            { en: 'Until', zh: '保留至' },
            { en: 'Last day on which it is kept.', zh: '保留的最后一日。' },
          ),
        ),
      }),
      0,
      20,
      words(
        { en: 'Retained', zh: '保留内容' },
        { en: 'Empty: nothing is kept.', zh: '为空表示无保留。' },
      ),
    ),
  },
);
export type ErasureReceipt = Static<typeof ErasureReceipt>;

const accepted: ErasureReceipt = {
  erasureId: '019a3b10-5c00-7a10-8b20-0c3d4e5f6091',
  state: 'ACCEPTED',
  retained: [],
};

export const erasureReceipt = defineMessage({
  schema: ErasureReceipt,
  requirements: [
    {
      id: 'CSN-014',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'After an erasure request is completed no read of the counterparty shows data of the reference, except what the receipt retains.',
        zh: '删除完成后除凭据所列外不得再返回该引用的数据。',
      },
      wire: 'read all surfaces',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'accepted while a parcel is on its way': accepted,
      'completed, an address is kept by law': {
        ...accepted,
        state: 'COMPLETED',
        erasedAt: '2026-11-09T10:00:00+08:00',
        retained: [{ field: 'ADDRESS', legalBasis: '会计档案', untilOn: '2029-11-09' }],
      },
    },
    invalid: {
      'retained is missing': {
        value: { erasureId: accepted.erasureId, state: 'ACCEPTED' },
        breaks: { pointer: '', rule: 'required' },
      },
      'kept without a day': {
        value: { ...accepted, retained: [{ field: 'ADDRESS', legalBasis: '会计档案' }] },
        breaks: { pointer: '/retained/0', rule: 'required' },
      },
      'the date has no such day': {
        value: {
          ...accepted,
          retained: [{ field: 'ADDRESS', legalBasis: '会计档案', untilOn: '2029-02-30' }],
        },
        breaks: { pointer: '/retained/0/untilOn', rule: 'format' },
      },
      'completed at no time': {
        value: { ...accepted, state: 'COMPLETED' },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
