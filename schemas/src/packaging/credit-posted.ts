import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { creditPoints } from './green-credit-entry.ts';
import { CreditReason } from './packaging-codes.ts';

/** Without the consumer: who holds the reference knows the entry. */
export const CreditPosted = Resource(
  'CreditPosted',
  { en: 'Green credit posted', zh: '绿色积分已入账' },
  { en: 'That an entry was posted.', zh: '分录已入账。' },
  {
    entryId: Ref(
      Uuid,
      words({ en: 'Entry id', zh: '分录标识' }, { en: 'Names the entry.', zh: '标识该分录。' }),
    ),
    points: creditPoints,
    reason: Ref(CreditReason),
    postedAt: Ref(Instant),
  },
);
export type CreditPosted = Static<typeof CreditPosted>;

const returned: CreditPosted = {
  entryId: '019398a0-0000-7000-8000-0000000000c1',
  points: 50,
  reason: 'RETURNED_REUSABLE',
  postedAt: '2026-11-22T18:30:00+08:00',
};
const { reason: _, ...withoutReason } = returned;

export const creditPosted = defineEvent({
  type: 'org.openwaybill.packaging.credit.posted',
  since: '1.0',
  title: { en: 'Green credit posted', zh: '绿色积分已入账' },
  from: ['platform'],
  to: ['packaging-operator'],
  data: CreditPosted,
  subject: 'entryId',
  requirements: [],
  examples: {
    valid: { 'a box came back': returned },
    invalid: {
      'no reason': { value: withoutReason, breaks: { pointer: '', rule: 'required' } },
      'no points': {
        value: { ...returned, points: 0 },
        breaks: { pointer: '/points', rule: 'DSC-022', requirement: 'DSC-022' },
      },
    },
  },
});
