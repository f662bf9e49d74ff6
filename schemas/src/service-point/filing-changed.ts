import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Revision } from '../vocabulary/revision.ts';
import { stationFiling } from './_examples.ts';
import { OutletFiling } from './outlet-filing.ts';
import { OutletFilingStatus } from './service-point-codes.ts';

/** Thin: the person stays in the filing. */
export const OutletFilingChange = Resource(
  'OutletFilingChange',
  { en: 'Change of a filing', zh: '备案状态变化' },
  { en: 'One step of a filing in its lifecycle.', zh: '备案生命周期中的一次变化。' },
  {
    filingId: OutletFiling.properties.filingId,
    fromStatus: Optional(
      Ref(
        OutletFilingStatus,
        words(
          { en: 'Former status', zh: '原状态' },
          { en: 'Absent at submission.', zh: '提交时不给出。' },
        ),
      ),
    ),
    toStatus: Ref(
      OutletFilingStatus,
      words(
        { en: 'New status', zh: '新状态' },
        { en: 'Status from now on.', zh: '变化后的状态。' },
      ),
    ),
    revision: Ref(Revision),
    occurredAt: Ref(Instant),
  },
);
export type OutletFilingChange = Static<typeof OutletFilingChange>;

const change: OutletFilingChange = {
  filingId: stationFiling.filingId,
  fromStatus: 'SUBMITTED',
  toStatus: 'ACCEPTED',
  revision: 2,
  occurredAt: '2026-11-03T10:00:00+08:00',
};
const { toStatus: _, ...nowhere } = change;

export const filingChanged = defineEvent({
  type: 'org.openwaybill.servicepoint.filing.changed',
  since: '1.0',
  title: { en: 'The status of a filing changed', zh: '备案状态已变化' },
  from: ['regulator'],
  to: ['courier'],
  data: OutletFilingChange,
  subject: 'filingId',
  lifecycle: 'outlet-filing',
  requirements: [
    {
      id: 'SVP-004',
      level: 'MUST',
      roles: ['regulator'],
      position: 'sender',
      tier: 'W',
      text: { en: 'Every filing status change is sent as an event.', zh: '备案状态变化须发事件。' },
      wire: 'events against reads',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'accepted by the regulator': change,
      'a new filing': {
        filingId: change.filingId,
        toStatus: 'SUBMITTED',
        revision: 1,
        occurredAt: '2026-11-01T09:00:00+08:00',
      },
    },
    invalid: {
      'no new status': { value: nowhere, breaks: { pointer: '', rule: 'required' } },
      'the responsible person': {
        value: { ...change, responsiblePerson: stationFiling.responsiblePerson },
        breaks: { pointer: '', rule: 'additionalProperties', requirement: 'SVP-003' },
      },
    },
  },
});
