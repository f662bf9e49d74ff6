import type { InterruptionNotice } from '@openwaybill/schemas';
import type { Behaviour } from '../engine/call.ts';
import { ownResource } from '../engine/own-resource.ts';
import { Refusal } from '../engine/refusal.ts';
import { isSeen } from '../notices/is-seen.ts';

export const getInterruptionNotice: Behaviour = async (call) => {
  const notice = await ownResource<InterruptionNotice>(call, 'notice', call.path.noticeId ?? '');
  if (!isSeen(notice)) throw new Refusal('NOT_FOUND');
  return { status: 200, body: notice };
};
