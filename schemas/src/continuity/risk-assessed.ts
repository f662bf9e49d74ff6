import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, SERVING_ROLES, words } from '../define/index.ts';
import { DatePeriod } from '../vocabulary/date-period.ts';
import { RiskLevel } from '../vocabulary/risk-level-codes.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { ASSESSMENT } from './_examples.ts';

/** That there is an assessment; the assessment itself is read. */
export const RiskAssessed = Resource(
  'RiskAssessed',
  { en: 'Notice of a risk assessment', zh: '风险评估通知' },
  { en: 'An assessment was made or renewed.', zh: '风险评估已完成或更新。' },
  {
    assessmentId: Ref(
      Uuid,
      words(
        { en: 'Assessment id', zh: '评估标识' },
        { en: 'Names the assessment.', zh: '标识该评估。' },
      ),
    ),
    riskLevel: Ref(RiskLevel),
    period: Ref(
      DatePeriod,
      words({ en: 'Period', zh: '评估期间' }, { en: 'What it covers.', zh: '评估所覆盖的期间。' }),
    ),
  },
);
export type RiskAssessed = Static<typeof RiskAssessed>;

const made = {
  assessmentId: ASSESSMENT,
  riskLevel: 'HIGH',
  period: { fromOn: '2026-07-01', toOn: '2027-06-30' },
} as const;

/** Sent when an assessment is made or renewed. */
export const riskAssessed = defineEvent({
  type: 'org.openwaybill.continuity.risk.assessed',
  since: '1.0',
  title: { en: 'Risk assessed', zh: '风险已评估' },
  from: SERVING_ROLES,
  to: SERVING_ROLES,
  data: RiskAssessed,
  subject: 'assessmentId',
  requirements: [],
  examples: {
    valid: { 'for a year': made },
    invalid: {
      'period has no end': {
        value: { ...made, period: { fromOn: '2026-07-01' } },
        breaks: { pointer: '/period', rule: 'required' },
      },
      'level is none of the list': {
        value: { ...made, riskLevel: 'SEVERE' },
        breaks: { pointer: '/riskLevel', rule: 'enum' },
      },
    },
  },
});
