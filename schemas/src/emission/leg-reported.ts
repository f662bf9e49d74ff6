import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { Co2eGrams } from '../vocabulary/co2e-grams.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { ReportRevision } from './transport-leg.ts';

/** Without parcels: ten thousand of them would not fit. */
export const LegReported = Resource(
  'LegReported',
  { en: 'Transport leg reported', zh: '运输航段已上报' },
  { en: 'That a courier has worked out a leg.', zh: '快递企业已核算航段。' },
  {
    legId: Ref(
      Uuid,
      words({ en: 'Leg id', zh: '航段标识' }, { en: 'Names the leg.', zh: '标识该航段。' }),
    ),
    reportRevision: Ref(ReportRevision),
    co2eGrams: Ref(Co2eGrams),
  },
);
export type LegReported = Static<typeof LegReported>;

const reported: LegReported = {
  legId: '019398a0-0000-7000-8000-0000000000a1',
  reportRevision: 1,
  co2eGrams: 151_001,
};
const { co2eGrams: _, ...withoutEmission } = reported;

export const legReported = defineEvent({
  type: 'org.openwaybill.emission.leg.reported',
  since: '1.0',
  title: { en: 'Transport leg reported', zh: '运输航段已上报' },
  from: ['courier'],
  to: ['hub'],
  data: LegReported,
  subject: 'legId',
  requirements: [],
  examples: {
    valid: { 'a night on the road': reported },
    invalid: {
      'no emission': { value: withoutEmission, breaks: { pointer: '', rule: 'required' } },
      'an emission below zero': {
        value: { ...reported, co2eGrams: -1 },
        breaks: { pointer: '/co2eGrams', rule: 'minimum' },
      },
    },
  },
});
