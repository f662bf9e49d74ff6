import type { Static } from '@sinclair/typebox';
import { defineMessage, ListOf, Part, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { RegionCode } from '../vocabulary/region-code.ts';
import { RegionCodeVersion } from '../vocabulary/region-code-version.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { TransportMode } from './emission-codes.ts';

/** What a courier plans: the same in the submission and in what is stored. */
export const planMembers = {
  planId: Ref(
    Uuid,
    words(
      { en: 'Plan id', zh: '方案标识' },
      { en: 'Made by the courier.', zh: '由快递企业生成。' },
    ),
  ),
  regionCodeVersion: Ref(RegionCodeVersion),
  legs: ListOf(
    Part({
      mode: Ref(TransportMode),
      fromRegionCode: Ref(
        RegionCode,
        words({ en: 'From', zh: '起点' }, { en: 'Where the leg begins.', zh: '航段起点。' }),
      ),
      toRegionCode: Ref(
        RegionCode,
        words({ en: 'To', zh: '终点' }, { en: 'Where the leg ends.', zh: '航段终点。' }),
      ),
      plannedDepartureAt: Ref(
        Instant,
        words(
          { en: 'Planned departure', zh: '计划出发时刻' },
          { en: 'Not before that of the leg before it.', zh: '不早于前一航段。' },
        ),
      ),
    }),
    1,
    50,
    words(
      { en: 'Legs', zh: '航段' },
      { en: 'Each begins where the one before it ends.', zh: '每段起点为前段终点。' },
    ),
  ),
};

/** Natural key: `planId`. */
export const MultimodalPlan = Resource(
  'MultimodalPlan',
  { en: 'Multimodal plan', zh: '多式联运方案' },
  { en: 'A way over several modes of transport.', zh: '跨多种运输方式的路线。' },
  { ...planMembers, ...storedMembers },
);
export type MultimodalPlan = Static<typeof MultimodalPlan>;

const overTheSea: MultimodalPlan = {
  planId: '019398a0-0000-7000-8000-000000000071',
  regionCodeVersion: 'NBS-2023',
  legs: [
    {
      mode: 'SEA',
      fromRegionCode: '210202',
      toRegionCode: '370602',
      plannedDepartureAt: '2026-11-22T20:00:00+08:00',
    },
    {
      mode: 'RAIL',
      fromRegionCode: '370602',
      toRegionCode: '310106',
      plannedDepartureAt: '2026-11-23T05:30:00+08:00',
    },
  ],
  revision: 1,
  createdAt: '2026-11-21T15:00:00+08:00',
  updatedAt: '2026-11-21T15:00:00+08:00',
};

export const multimodalPlan = defineMessage({
  schema: MultimodalPlan,
  requirements: [],
  examples: {
    valid: { 'over the sea and by rail': overTheSea },
    invalid: {
      'no leg': {
        value: { ...overTheSea, legs: [] },
        breaks: { pointer: '/legs', rule: 'minItems' },
      },
      'a mode of no list': {
        value: { ...overTheSea, legs: [{ ...overTheSea.legs[0], mode: 'CANAL' }] },
        breaks: { pointer: '/legs/0/mode', rule: 'enum' },
      },
    },
  },
});
