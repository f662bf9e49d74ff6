import type { Static } from '@sinclair/typebox';
import { defineMessage, Line, ListOf, privacy, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Region } from '../vocabulary/region.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WeeklyWindow } from '../vocabulary/weekly-window.ts';
import { shahekou, stored } from './_examples.ts';

/** About roads alone, so all of it is public. */
export const TrafficGuidance = Resource(
  'TrafficGuidance',
  { en: 'Traffic guidance', zh: '交通引导' },
  { en: 'Where and when delivery vehicles are restricted.', zh: '配送车辆受限的区域与时段。' },
  {
    guidanceId: Ref(
      Uuid,
      words(
        { en: 'Guidance id', zh: '引导标识' },
        { en: 'Names the guidance.', zh: '标识该引导信息。' },
      ),
    ),
    regions: ListOf(
      Ref(Region, privacy('public', 'addr.division')),
      1,
      200,
      words({ en: 'Regions', zh: '区域' }, { en: 'Where it applies.', zh: '适用区域。' }),
    ),
    windows: ListOf(
      Ref(WeeklyWindow),
      1,
      50,
      words({ en: 'Windows', zh: '时段' }, { en: 'When in a week.', zh: '每周适用时段。' }),
    ),
    restriction: Line(
      200,
      { en: 'Restriction', zh: '限制内容' },
      { en: 'What is restricted.', zh: '所限制的内容。' },
      privacy('public', 'business-text'),
    ),
    validToAt: Ref(
      Instant,
      words({ en: 'Valid to', zh: '失效时刻' }, { en: 'Until when.', zh: '有效截止时刻。' }),
    ),
    ...storedMembers,
  },
);
export type TrafficGuidance = Static<typeof TrafficGuidance>;

const guidance: TrafficGuidance = {
  guidanceId: '019398a0-0000-7000-8000-000000000f21',
  regions: [shahekou],
  windows: [{ weekday: 5, from: '16:30', to: '19:00' }],
  restriction: '中型以上货车绕行',
  validToAt: '2026-12-31T23:59:59+08:00',
  ...stored,
};
const { restriction: _, ...ofNothing } = guidance;

export const trafficGuidanceMessage = defineMessage({
  schema: TrafficGuidance,
  requirements: [],
  examples: {
    valid: { 'the evening of a Friday': guidance },
    invalid: {
      'the restriction is missing': { value: ofNothing, breaks: { pointer: '', rule: 'required' } },
      'an area as small as a street': {
        value: { ...guidance, regions: [{ ...shahekou, townCode: '210204001' }] },
        breaks: { pointer: '/regions/0/townCode', rule: 'CAP-006', requirement: 'CAP-006' },
      },
    },
  },
});
