import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  ListOf,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { DatePeriod } from '../vocabulary/date-period.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { PackMaterial } from './packaging-codes.ts';

const grams = { 'x-unit': 'g', ...privacy('business', 'measure') };

/** What a producer answers for: the same in the submission and in what is stored. */
export const producerMembers = {
  period: Ref(DatePeriod),
  rows: ListOf(
    Part({
      material: Ref(PackMaterial),
      placedGrams: Whole(
        0,
        Number.MAX_SAFE_INTEGER,
        { en: 'Placed', zh: '投放量' },
        { en: 'Brought into use in the period, in grams.', zh: '期间投放的重量，单位为克。' },
        grams,
      ),
      recoveredGrams: Whole(
        0,
        Number.MAX_SAFE_INTEGER,
        { en: 'Recovered', zh: '回收量' },
        {
          en: 'Taken back in the period, whenever it was placed, in grams.',
          zh: '期间回收的重量，不论何时投放，单位为克。',
        },
        grams,
      ),
    }),
    1,
    20,
    words({ en: 'Rows', zh: '明细' }, { en: 'One a material.', zh: '每种材料一行。' }),
  ),
};

/** Of the extended responsibility of a producer. */
export const ProducerReport = Resource(
  'ProducerReport',
  { en: 'Report of a producer', zh: '生产者责任报告' },
  {
    en: 'Packaging placed and recovered in a period, by material.',
    zh: '期间内按材料统计的包装投放量与回收量。',
  },
  {
    producerReportId: Ref(
      Uuid,
      words(
        { en: 'Report id', zh: '报告标识' },
        { en: 'Made by the regulator.', zh: '由监管部门生成。' },
      ),
    ),
    ...producerMembers,
    ...storedMembers,
  },
);
export type ProducerReport = Static<typeof ProducerReport>;

const quarter: ProducerReport = {
  producerReportId: '019398a0-0000-7000-8000-0000000000b1',
  period: { fromOn: '2026-07-01', toOn: '2026-09-30' },
  rows: [
    { material: 'CORRUGATED', placedGrams: 48_200_000, recoveredGrams: 31_000_000 },
    { material: 'PLASTIC_BIO', placedGrams: 2_400_000, recoveredGrams: 0 },
  ],
  revision: 1,
  createdAt: '2026-10-08T09:00:00+08:00',
  updatedAt: '2026-10-08T09:00:00+08:00',
};
const [corrugated] = quarter.rows;

export const producerReport = defineMessage({
  schema: ProducerReport,
  requirements: [],
  examples: {
    valid: { 'a quarter': quarter },
    invalid: {
      'no row': {
        value: { ...quarter, rows: [] },
        breaks: { pointer: '/rows', rule: 'minItems' },
      },
      'a material twice': {
        value: { ...quarter, rows: [...quarter.rows, corrugated] },
        breaks: { pointer: '/rows/2/material', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
