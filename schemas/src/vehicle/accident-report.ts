import type { Static } from '@sinclair/typebox';
import { defineMessage, Ref, Resource, Whole, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Region } from '../vocabulary/region.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { accident } from './_examples.ts';
import { vehicleId } from './vehicle.ts';
import { AccidentSeverity } from './vehicle-codes.ts';

/** What is said of an accident: the same to the regulator and to the insurer. */
export const accidentMembers = {
  accidentId: Ref(
    Uuid,
    words(
      { en: 'Accident id', zh: '事故标识' },
      {
        en: 'Made by the courier; one for everybody who is told.',
        zh: '由快递企业生成；对各接收方一致。',
      },
    ),
  ),
  vehicleId,
  occurredAt: Ref(Instant),
  region: Ref(Region),
  severity: Ref(AccidentSeverity),
  injuredCount: Whole(
    0,
    10_000,
    { en: 'Injured', zh: '受伤人数' },
    { en: 'How many people were injured.', zh: '受伤的人数。' },
  ),
  fatalCount: Whole(
    0,
    10_000,
    { en: 'Dead', zh: '死亡人数' },
    { en: 'How many people died.', zh: '死亡的人数。' },
  ),
};

export const AccidentReport = Resource(
  'AccidentReport',
  { en: 'Report of an accident', zh: '事故报告' },
  {
    en: 'Vehicle, place and counts of an accident; no person.',
    zh: '事故的车辆、地点与人数；不含个人信息。',
  },
  accidentMembers,
);
export type AccidentReport = Static<typeof AccidentReport>;

const { severity: _, ...withoutSeverity } = accident;

export const accidentReportMessage = defineMessage({
  schema: AccidentReport,
  requirements: [],
  examples: {
    valid: { 'one person slightly injured': accident },
    invalid: {
      'severity is missing': {
        value: withoutSeverity,
        breaks: { pointer: '', rule: 'required' },
      },
      'a name comes along': {
        value: { ...accident, driverName: '张三丰' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'fewer than nobody': {
        value: { ...accident, injuredCount: -1 },
        breaks: { pointer: '/injuredCount', rule: 'minimum' },
      },
    },
  },
});
