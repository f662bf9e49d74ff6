import type { TestInterruption } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { announce } from '../notices/announce.ts';

export const startTestInterruption: Behaviour = async (call) => ({
  status: 201,
  body: {
    noticeId: await announce(
      call.system,
      call.unit,
      call.now,
      callerOf(call).partyId,
      call.body as TestInterruption,
    ),
  },
});
