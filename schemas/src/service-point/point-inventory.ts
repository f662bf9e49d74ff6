import type { Static } from '@sinclair/typebox';
import { defineMessage, privacy, Ref, Resource, Whole, words } from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { firstDay } from './_examples.ts';
import { PointId } from './point-id.ts';

const parcels = (title: { en: string; zh: string }, description: { en: string; zh: string }) =>
  Whole(0, 1_000_000, title, description, privacy('business', 'aggregate'));

/** Counts alone: single parcels are tracking events. */
export const PointInventory = Resource(
  'PointInventory',
  { en: 'Inventory of a point', zh: '服务点库存' },
  {
    en: 'Parcels of one courier at a point on one day.',
    zh: '某快递企业的快件在服务点的单日数量。',
  },
  {
    inventoryId: Ref(
      Uuid,
      words(
        { en: 'Inventory id', zh: '库存标识' },
        { en: 'Names the report of one day.', zh: '标识单日上报。' },
      ),
    ),
    pointId: Ref(PointId),
    dayOn: Ref(
      CivilDate,
      words({ en: 'Day', zh: '日期' }, { en: 'Day that is counted.', zh: '统计的日期。' }),
    ),
    arrivedCount: parcels(
      { en: 'Arrived', zh: '到件数' },
      { en: 'Parcels that came in on the day.', zh: '当日到达的件数。' },
    ),
    collectedCount: parcels(
      { en: 'Collected', zh: '取件数' },
      { en: 'Parcels that consignees collected on the day.', zh: '当日被取走的件数。' },
    ),
    returnedCount: parcels(
      { en: 'Returned', zh: '退回数' },
      { en: 'Parcels given back to the courier on the day.', zh: '当日退还快递企业的件数。' },
    ),
    storedCount: parcels(
      { en: 'Stored', zh: '库存数' },
      {
        en: 'Parcels at the point when the day ends: those of the day before, plus arrived, minus collected and returned.',
        zh: '日终库存：前一日库存加到件数，减取件数与退回数。',
      },
    ),
    ...storedMembers,
  },
);
export type PointInventory = Static<typeof PointInventory>;

export const pointInventory = defineMessage({
  schema: PointInventory,
  requirements: [],
  examples: {
    valid: {
      'the first day': firstDay,
      'the day after': {
        ...firstDay,
        inventoryId: '0193a5c0-7d4e-7a11-8c00-000000000107',
        dayOn: '2026-11-12',
        arrivedCount: 100,
        collectedCount: 110,
        returnedCount: 0,
        storedCount: 25,
      },
    },
    invalid: {
      'a negative stock': {
        value: { ...firstDay, storedCount: -1 },
        breaks: { pointer: '/storedCount', rule: 'minimum' },
      },
      'half a parcel': {
        value: { ...firstDay, arrivedCount: 120.5 },
        breaks: { pointer: '/arrivedCount', rule: 'type' },
      },
    },
  },
});
