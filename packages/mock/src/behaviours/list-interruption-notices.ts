import type { InterruptionNotice } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { pageAnswer } from '../engine/page.ts';
import { isSeen } from '../notices/is-seen.ts';

export const listInterruptionNotices: Behaviour = (call) =>
  pageAnswer(
    call,
    { collection: 'notice', owner: callerOf(call).partyId },
    (row) => row.body,
    (row) => {
      const notice = row.body as InterruptionNotice;
      const { active } = call.query;
      return (
        isSeen(notice) &&
        (active === undefined || (notice.status === 'ACTIVE') === (active === 'true'))
      );
    },
  );
