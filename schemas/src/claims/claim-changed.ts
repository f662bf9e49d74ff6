import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Revision } from '../vocabulary/revision.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { ClaimStatus, ExceptionKind } from './claims-codes.ts';

/** Thin: amount, rule and reason are read with the claim. */
export const ClaimChange = Resource(
  'ClaimChange',
  { en: 'Change of a claim', zh: '理赔变化' },
  { en: 'One step of a claim in its lifecycle.', zh: '理赔生命周期中的一次变化。' },
  {
    claimId: Ref(
      Uuid,
      words({ en: 'Claim', zh: '理赔标识' }, { en: 'Names the claim.', zh: '标识该理赔。' }),
    ),
    waybillNo: Ref(WaybillNo),
    kind: Ref(ExceptionKind),
    fromStatus: Optional(
      Ref(
        ClaimStatus,
        words(
          { en: 'Former status', zh: '原状态' },
          { en: 'Absent at creation.', zh: '创建时不给出。' },
        ),
      ),
    ),
    toStatus: Ref(
      ClaimStatus,
      words(
        { en: 'New status', zh: '新状态' },
        { en: 'Status from now on.', zh: '变化后的状态。' },
      ),
    ),
    revision: Ref(Revision),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时间' },
        { en: 'When the status changed.', zh: '状态变化的时刻。' },
      ),
    ),
  },
);
export type ClaimChange = Static<typeof ClaimChange>;

const filed: ClaimChange = {
  claimId: '019398a0-0000-7000-8000-0000000000c2',
  waybillNo: 'ZZ010000000016',
  kind: 'DAMAGED',
  toStatus: 'FILED',
  revision: 1,
  occurredAt: '2026-11-13T10:00:00+08:00',
};
const { toStatus: _, ...withoutStatus } = filed;

export const claimChanged = defineEvent({
  type: 'org.openwaybill.claims.claim.changed',
  since: '1.0',
  title: { en: 'Claim changed', zh: '理赔已变化' },
  from: ['courier', 'insurer'],
  to: ['platform', 'merchant'],
  data: ClaimChange,
  subject: 'claimId',
  lifecycle: 'claim',
  requirements: [],
  examples: {
    valid: {
      'a new claim': filed,
      'it is approved': {
        ...filed,
        fromStatus: 'UNDER_REVIEW',
        toStatus: 'APPROVED',
        revision: 3,
        occurredAt: '2026-11-20T09:00:00+08:00',
      },
    },
    invalid: {
      'no new status': { value: withoutStatus, breaks: { pointer: '', rule: 'required' } },
      'a reason in an event': {
        value: { ...filed, reasonText: '按保价金额赔付' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
