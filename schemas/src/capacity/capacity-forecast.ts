import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Line,
  ListOf,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { RegionCode } from '../vocabulary/region-code.ts';
import { RegionCodeVersion } from '../vocabulary/region-code-version.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { stored } from './_examples.ts';

const parcels = (percent: string, en: string, zh: string) =>
  Whole(0, 1_000_000_000, { en: `P${percent}`, zh: `P${percent} 件数` }, { en, zh });

/** What is expected between two regions on a day, cell by cell. */
export const forecastMembers = {
  scenario: Line(
    40,
    { en: 'Scenario', zh: '场景' },
    { en: 'What the peak is about, such as 11.11.', zh: '高峰场景，如双11。' },
    privacy('business', 'business-text'),
  ),
  regionCodeVersion: Ref(RegionCodeVersion),
  cells: ListOf(
    Part({
      dayOn: Ref(CivilDate),
      fromRegionCode: Ref(
        RegionCode,
        words({ en: 'From', zh: '起' }, { en: 'Where parcels are picked up.', zh: '揽收区域。' }),
      ),
      toRegionCode: Ref(
        RegionCode,
        words({ en: 'To', zh: '止' }, { en: 'Where they are delivered.', zh: '派送区域。' }),
      ),
      p50Count: parcels(
        '50',
        'As many parcels or fewer in one of two cases.',
        '半数情形下不超过的件数。',
      ),
      p90Count: parcels(
        '90',
        'As many parcels or fewer in nine of ten cases.',
        '九成情形下不超过的件数。',
      ),
    }),
    1,
    5000,
    words(
      { en: 'Cells', zh: '单元' },
      { en: 'No two of one day and one pair of regions.', zh: '同日同起止区域不得重复。' },
    ),
  ),
};

export const CapacityForecast = Resource(
  'CapacityForecast',
  { en: 'Forecast', zh: '运量预测' },
  { en: 'How many parcels are expected where and when.', zh: '各区域各日的预计件数。' },
  {
    forecastId: Ref(
      Uuid,
      words(
        { en: 'Forecast id', zh: '预测标识' },
        { en: 'Made by the receiver.', zh: '由接收方生成。' },
      ),
    ),
    ...forecastMembers,
    ...storedMembers,
  },
);
export type CapacityForecast = Static<typeof CapacityForecast>;

const forecast: CapacityForecast = {
  forecastId: '019398a0-0000-7000-8000-000000000f11',
  scenario: '双11',
  regionCodeVersion: 'NBS-2023',
  cells: [
    {
      dayOn: '2026-11-11',
      fromRegionCode: '210204',
      toRegionCode: '210281',
      p50Count: 1200,
      p90Count: 1900,
    },
  ],
  ...stored,
};
const { cells: _, ...withoutCells } = forecast;

export const capacityForecastMessage = defineMessage({
  schema: CapacityForecast,
  requirements: [],
  examples: {
    valid: { 'one lane on one day': forecast },
    invalid: {
      'cells are missing': { value: withoutCells, breaks: { pointer: '', rule: 'required' } },
      'the likely is above the unlikely': {
        value: { ...forecast, cells: [{ ...forecast.cells[0], p90Count: 1199 }] },
        breaks: { pointer: '/cells/0/p90Count', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
