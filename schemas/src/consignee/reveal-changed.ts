import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { RevealId } from '../vocabulary/reveal-id.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { RevealStatus } from './consignee-codes.ts';

export const RevealChange = Resource(
  'RevealChange',
  { en: 'Change of a reveal', zh: '揭示变更' },
  { en: 'That a reveal went on to another state.', zh: '揭示进入另一状态。' },
  {
    revealId: Ref(RevealId),
    waybillNo: Ref(WaybillNo),
    fromStatus: Optional(
      Ref(
        RevealStatus,
        words({ en: 'From', zh: '原状态' }, { en: 'Absent at creation.', zh: '创建时不出现。' }),
      ),
    ),
    toStatus: Ref(
      RevealStatus,
      words({ en: 'To', zh: '新状态' }, { en: 'State from now on.', zh: '当前状态。' }),
    ),
    occurredAt: Ref(Instant),
  },
);
export type RevealChange = Static<typeof RevealChange>;

const change: RevealChange = {
  revealId: 'rv_2Jx8mQ4tVb7LkD0sYw9cRA',
  waybillNo: 'ZZ0000000001',
  fromStatus: 'GRANTED',
  toStatus: 'REVOKED',
  occurredAt: '2026-11-02T10:05:00+08:00',
};
const { toStatus: _, ...withoutTarget } = change;

export const revealChanged = defineEvent({
  type: 'org.openwaybill.consignee.reveal.changed',
  since: '1.0',
  title: { en: 'A reveal changed', zh: '揭示已变更' },
  from: ['platform'],
  to: ['courier', 'merchant', 'isv', 'locker', 'service-point', 'customs-agent', 'regulator'],
  data: RevealChange,
  subject: 'revealId',
  lifecycle: 'reveal',
  requirements: [],
  examples: {
    valid: {
      'revoked by an objection': change,
      'a pending one is made': {
        revealId: change.revealId,
        waybillNo: change.waybillNo,
        toStatus: 'PENDING_APPROVAL',
        occurredAt: change.occurredAt,
      },
    },
    invalid: {
      'the new state is missing': {
        value: withoutTarget,
        breaks: { pointer: '', rule: 'required' },
      },
      'fields come along': {
        value: { ...change, fields: { name: '张三丰' } },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
