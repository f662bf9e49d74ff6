import type { Agreement } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { pageAnswer } from '../engine/page.ts';

export const listAgreements: Behaviour = (call) =>
  pageAnswer(
    call,
    { collection: 'agreement', owner: callerOf(call).partyId },
    (row) => row.body,
    (row) =>
      call.query.status === undefined || (row.body as Agreement).status === call.query.status,
  );
