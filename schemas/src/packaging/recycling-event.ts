import type { Static } from '@sinclair/typebox';
import { defineMessage, Optional, privacy, Ref, Resource, Whole, words } from '../define/index.ts';
import { FacilityId } from '../vocabulary/facility-id.ts';
import { Instant } from '../vocabulary/instant.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { consumerRef } from './_examples.ts';
import { ConsumerRef } from './consumer-ref.ts';
import { PackKind } from './packaging-codes.ts';

/** What was brought back to a point: the same in the report and in what is stored. */
export const recyclingMembers = {
  recyclingId: Ref(
    Uuid,
    words(
      { en: 'Recycling id', zh: '回收标识' },
      { en: 'Made by the point.', zh: '由网点一方生成。' },
    ),
  ),
  pointId: Ref(
    FacilityId,
    words({ en: 'Point', zh: '网点' }, { en: 'Where it was taken.', zh: '回收所在网点。' }),
  ),
  kind: Ref(PackKind),
  weightGrams: Optional(
    Whole(
      1,
      100_000_000,
      { en: 'Weight', zh: '重量' },
      { en: 'All of it together, in grams.', zh: '合计重量，单位为克。' },
      { 'x-unit': 'g', ...privacy('business', 'measure') },
    ),
  ),
  itemCount: Optional(
    Whole(
      1,
      100_000,
      { en: 'Pieces', zh: '件数' },
      { en: 'Where it was counted and not weighed, or both.', zh: '计件而未称重，或两者兼有。' },
    ),
  ),
  consumerRef: Optional(
    Ref(
      ConsumerRef,
      words(
        { en: 'Consumer reference', zh: '消费者引用' },
        { en: 'Who brought it, where that is to be credited.', zh: '交回者，需记积分时给出。' },
      ),
    ),
  ),
  occurredAt: Ref(Instant),
};

/** Natural key: `recyclingId`. */
export const RecyclingEvent = Resource(
  'RecyclingEvent',
  { en: 'Recycling', zh: '包装回收' },
  {
    en: 'Packaging that came back to a point, by weight, by count or both.',
    zh: '网点回收的包装，按重量、件数或两者计。',
  },
  { ...recyclingMembers, ...storedMembers },
);
export type RecyclingEvent = Static<typeof RecyclingEvent>;

const boxes: RecyclingEvent = {
  recyclingId: '019398a0-0000-7000-8000-0000000000f1',
  pointId: 'DL-ZS-0001',
  kind: 'BOX',
  itemCount: 3,
  consumerRef,
  occurredAt: '2026-11-22T18:20:00+08:00',
  revision: 1,
  createdAt: '2026-11-22T18:20:05+08:00',
  updatedAt: '2026-11-22T18:20:05+08:00',
};
const { itemCount: _, ...unmeasured } = boxes;

export const recyclingEvent = defineMessage({
  schema: RecyclingEvent,
  requirements: [],
  examples: {
    valid: {
      'three boxes of one consumer': boxes,
      'a day by weight': { ...unmeasured, kind: 'FILLER', weightGrams: 5400 },
    },
    invalid: {
      'neither weighed nor counted': {
        value: unmeasured,
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a reference of a consignee': {
        value: { ...boxes, consumerRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4' },
        breaks: { pointer: '/consumerRef', rule: 'maxLength', requirement: 'PKG-006' },
      },
    },
  },
});
