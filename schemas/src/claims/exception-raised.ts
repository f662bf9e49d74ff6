import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { RiskLevel } from '../vocabulary/risk-level-codes.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { ExceptionKind } from './claims-codes.ts';

/** Thin: the evidence is read with the exception. */
export const ExceptionRaised = Resource(
  'ExceptionRaised',
  { en: 'Exception raised', zh: '异常上报' },
  {
    en: 'That an exception awaits an instruction.',
    zh: '有异常等待指示。',
  },
  {
    exceptionId: Ref(
      Uuid,
      words(
        { en: 'Exception', zh: '异常标识' },
        { en: 'Names the exception.', zh: '标识该异常。' },
      ),
    ),
    waybillNo: Ref(WaybillNo),
    kind: Ref(ExceptionKind),
    severity: Ref(
      RiskLevel,
      words(
        { en: 'Severity', zh: '严重程度' },
        { en: 'How grave it is for the parcel.', zh: '对包裹的影响程度。' },
      ),
    ),
    foundAt: Ref(
      Instant,
      words(
        { en: 'Found at', zh: '发现时刻' },
        { en: 'When it was found.', zh: '发现异常的时刻。' },
      ),
    ),
    instructionDueAt: Ref(
      Instant,
      words(
        { en: 'Instruction due at', zh: '指示期限' },
        { en: 'After it the courier acts by default.', zh: '逾期由快递企业按默认处理。' },
      ),
    ),
  },
);
export type ExceptionRaised = Static<typeof ExceptionRaised>;

const raised: ExceptionRaised = {
  exceptionId: '019398a0-0000-7000-8000-0000000000c1',
  waybillNo: 'ZZ010000000016',
  kind: 'DAMAGED',
  severity: 'MEDIUM',
  foundAt: '2026-11-12T03:10:00+08:00',
  instructionDueAt: '2026-11-14T03:10:00+08:00',
};
const { instructionDueAt: _, ...withoutDue } = raised;

export const exceptionRaised = defineEvent({
  type: 'org.openwaybill.claims.exception.raised',
  since: '1.0',
  title: { en: 'Exception raised', zh: '异常已上报' },
  from: ['courier'],
  to: ['platform'],
  data: ExceptionRaised,
  subject: 'exceptionId',
  lifecycle: 'exception',
  states: ['RAISED'],
  requirements: [
    {
      id: 'CLM-001',
      level: 'MUST',
      roles: ['courier'],
      position: 'sender',
      tier: 'C',
      text: {
        en: 'An exception of kind LOST, DAMAGED has the tracking event of that meaning.',
        zh: '异常须有相应轨迹事件。',
      },
      wire: 'pair',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'a crushed box': raised,
      'a lost parcel': { ...raised, kind: 'LOST', severity: 'CRITICAL' },
    },
    invalid: {
      'no due time': { value: withoutDue, breaks: { pointer: '', rule: 'required' } },
      'a photo in an event': {
        value: { ...raised, evidence: [] },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
