import type { Static } from '@sinclair/typebox';
import { defineMessage, Optional, Ref, Resource } from '../define/index.ts';
import { FailReason } from '../vocabulary/fail-reason-codes.ts';
import { InterceptId } from '../vocabulary/intercept-id.ts';
import { InterceptType } from '../vocabulary/intercept-type-codes.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { openIntercept } from './_examples.ts';
import { InterceptState } from './waybill-codes.ts';

/** The reason of the platform stays in its request. */
export const Intercept = Resource(
  'Intercept',
  { en: 'Intercept', zh: '拦截' },
  { en: 'Calling back a parcel on its way, and its progress.', zh: '对在途包裹的拦截及其进展。' },
  {
    interceptId: Ref(InterceptId),
    waybillNo: Ref(WaybillNo),
    interceptType: Ref(InterceptType),
    state: Ref(InterceptState),
    failReason: Optional(Ref(FailReason)),
    ...storedMembers,
  },
);
export type Intercept = Static<typeof Intercept>;

export const intercept = defineMessage({
  schema: Intercept,
  requirements: [],
  examples: {
    valid: {
      'just requested': openIntercept,
      'came too late': {
        ...openIntercept,
        state: 'FAILED',
        failReason: 'OTHER',
        revision: 3,
        updatedAt: '2026-11-12T09:30:00+08:00',
      },
    },
    invalid: {
      'an unknown state': {
        value: { ...openIntercept, state: 'DONE' },
        breaks: { pointer: '/state', rule: 'enum' },
      },
      'the revision before the first': {
        value: { ...openIntercept, revision: 0 },
        breaks: { pointer: '/revision', rule: 'minimum' },
      },
    },
  },
});
