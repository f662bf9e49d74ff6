import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Revision } from '../vocabulary/revision.ts';
import { permitId } from './pass-permit.ts';
import { PassPermitStatus } from './vehicle-codes.ts';

export const PassPermitChange = Resource(
  'PassPermitChange',
  { en: 'Change of a pass', zh: '通行许可变更' },
  { en: 'That a pass went on to another state.', zh: '通行许可进入另一状态。' },
  {
    permitId,
    fromStatus: Optional(
      Ref(
        PassPermitStatus,
        words(
          { en: 'From', zh: '原状态' },
          { en: 'Absent of an application.', zh: '提出申请时不出现。' },
        ),
      ),
    ),
    toStatus: Ref(
      PassPermitStatus,
      words({ en: 'To', zh: '新状态' }, { en: 'State from now on.', zh: '当前状态。' }),
    ),
    revision: Ref(Revision),
    occurredAt: Ref(Instant),
  },
);
export type PassPermitChange = Static<typeof PassPermitChange>;

const change: PassPermitChange = {
  permitId: '019398a0-0000-7000-8000-000000000b01',
  fromStatus: 'APPLIED',
  toStatus: 'GRANTED',
  revision: 2,
  occurredAt: '2026-11-23T10:00:00+08:00',
};
const { toStatus: _, ...withoutTarget } = change;

export const passPermitChanged = defineEvent({
  type: 'org.openwaybill.vehicle.permit.changed',
  since: '1.0',
  title: { en: 'A pass changed', zh: '通行许可已变更' },
  from: ['regulator'],
  to: ['courier'],
  data: PassPermitChange,
  subject: 'permitId',
  lifecycle: 'pass-permit',
  requirements: [],
  examples: {
    valid: {
      granted: change,
      'an application came in': {
        permitId: change.permitId,
        toStatus: 'APPLIED',
        revision: 1,
        occurredAt: '2026-11-22T09:00:00+08:00',
      },
    },
    invalid: {
      'the new state is missing': {
        value: withoutTarget,
        breaks: { pointer: '', rule: 'required' },
      },
      'a state of no table': {
        value: { ...change, toStatus: 'ACTIVE' },
        breaks: { pointer: '/toStatus', rule: 'enum' },
      },
    },
  },
});
