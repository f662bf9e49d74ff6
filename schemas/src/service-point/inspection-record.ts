import type { Static } from '@sinclair/typebox';
import { defineMessage, Line, Optional, privacy, Ref, Resource, words } from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { Instant } from '../vocabulary/instant.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { passedInspection } from './_examples.ts';
import { PointId } from './point-id.ts';
import { InspectionKind, InspectionResult } from './service-point-codes.ts';

const day = privacy('public', 'instant');

/** Public from the first: what is not published yet is no record. */
export const InspectionRecord = Resource(
  'InspectionRecord',
  { en: 'Record of an inspection', zh: '检查记录' },
  { en: 'What an inspection of a point found, made public.', zh: '对服务点检查的公开结果。' },
  {
    inspectionId: Ref(Uuid, {
      ...words(
        { en: 'Inspection id', zh: '检查标识' },
        { en: 'Names the inspection.', zh: '标识该次检查。' },
      ),
      ...privacy('public', 'none'),
    }),
    pointId: Ref(PointId),
    kind: Ref(InspectionKind, privacy('public', 'code')),
    result: Ref(InspectionResult, privacy('public', 'code')),
    inspectedOn: Ref(CivilDate, {
      ...words(
        { en: 'Inspected on', zh: '检查日期' },
        { en: 'Day of the inspection.', zh: '检查的日期。' },
      ),
      ...day,
    }),
    publishedAt: Ref(Instant, {
      ...words(
        { en: 'Published at', zh: '公开时刻' },
        { en: 'When the result was made public.', zh: '结果公开的时刻。' },
      ),
      ...day,
    }),
    remark: Optional(
      Line(
        300,
        { en: 'Remark', zh: '说明' },
        {
          en: 'What was found, for the public; names no person.',
          zh: '对公众的说明；不得含个人信息。',
        },
        { 'x-check': 'digit-run', ...privacy('public', 'business-text') },
      ),
    ),
    ...storedMembers,
  },
);
export type InspectionRecord = Static<typeof InspectionRecord>;

const { publishedAt: _, ...unpublished } = passedInspection;

export const inspectionRecord = defineMessage({
  schema: InspectionRecord,
  requirements: [],
  examples: {
    valid: {
      'passed at random': passedInspection,
      'to be put right': {
        ...passedInspection,
        kind: 'TARGETED',
        result: 'RECTIFY',
        remark: '消防通道须在七日内清理',
      },
    },
    invalid: {
      'not published': { value: unpublished, breaks: { pointer: '', rule: 'required' } },
      'published before the day of the inspection': {
        value: { ...passedInspection, publishedAt: '2026-11-04T23:59:59+08:00' },
        breaks: { pointer: '/publishedAt', rule: 'DSC-021' },
      },
      'a phone number in the remark': {
        value: { ...passedInspection, remark: '负责人 19900000001' },
        breaks: { pointer: '/remark', rule: 'digit-run' },
      },
    },
  },
});
