import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { FailReason } from '../vocabulary/fail-reason-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { InterceptId } from '../vocabulary/intercept-id.ts';
import { InterceptOutcome } from '../vocabulary/intercept-outcome-codes.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

/** Sent once, whatever the outcome. */
export const InterceptResult = Resource(
  'InterceptResult',
  { en: 'Result of an intercept', zh: '拦截结果' },
  { en: 'What became of an intercept.', zh: '拦截的最终结果。' },
  {
    interceptId: Ref(InterceptId),
    waybillNo: Ref(WaybillNo),
    outcome: Ref(InterceptOutcome),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时间' },
        { en: 'When it was resolved.', zh: '拦截有结果的时刻。' },
      ),
    ),
    failReason: Optional(Ref(FailReason)),
  },
);
export type InterceptResult = Static<typeof InterceptResult>;

const succeeded: InterceptResult = {
  interceptId: '0193a5c0-7d4e-7a11-8c00-0000000000d1',
  waybillNo: 'ZZ010000000016',
  outcome: 'SUCCEEDED',
  occurredAt: '2026-11-12T09:30:00+08:00',
};
const { outcome: _, ...withoutOutcome } = succeeded;

export const waybillInterceptResolved = defineEvent({
  type: 'org.openwaybill.waybill.intercept.resolved',
  since: '1.0',
  title: { en: 'Intercept resolved', zh: '拦截已有结果' },
  from: ['courier'],
  to: ['platform'],
  data: InterceptResult,
  subject: 'interceptId',
  lifecycle: 'intercept',
  requirements: [
    {
      id: 'WBL-011',
      level: 'MUST',
      roles: ['courier'],
      position: 'sender',
      tier: 'W',
      text: {
        en: 'An accepted intercept is resolved by exactly one waybill.intercept.resolved event.',
        zh: '每个受理的拦截有且仅有一个结果事件。',
      },
      wire: 'events by interceptId',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'called back in time': succeeded,
      'already delivered': { ...succeeded, outcome: 'FAILED', failReason: 'OTHER' },
    },
    invalid: {
      'no outcome': { value: withoutOutcome, breaks: { pointer: '', rule: 'required' } },
      'an unknown outcome': {
        value: { ...succeeded, outcome: 'MAYBE' },
        breaks: { pointer: '/outcome', rule: 'enum' },
      },
    },
  },
});
