import { dueAfter } from '@openwaybill/reference/claims';
import type { Complaint } from '@openwaybill/schemas';
import { happensAt } from '../../resources/due.ts';
import type { Hooks } from '../../resources/hooks.ts';
import { demandWaybill } from './demand-waybill.ts';
import { dueBy } from './terms.ts';

/** How long the mock courier takes for an answer. */
const ANSWERED_AFTER = 'P2D';
/** Nobody at the mock courier is in charge of it, so that a complaint can be seen to become overdue. */
const UNANSWERED = 'OTHER';

/** What is answered: one text for all, since a text may name neither a person nor a number. */
const TEXT = '已核实情况并向消费者致歉，相关网点已整改';

/** Complaints at a courier, and the copies of a regulator. */
export const complaintHooks: Hooks = {
  guards: async (happening, before) => {
    if (before === undefined) await demandWaybill(happening);
    return {};
  },
  draft: async ({ unit, owner, now, on }, next, before) => {
    if (before === undefined)
      return { ...next, answerDueAt: await dueBy(unit, owner, now, 'answerWithin') };
    return on === 'COMPLAINT_ANSWERED'
      ? { ...next, answer: { text: TEXT, answeredAt: now } }
      : next;
  },
  changed: async ({ system, unit, owner, now }, next, before) => {
    const { complaintId, topic } = next as Complaint;
    if (before !== undefined || topic === UNANSWERED || system.options.role !== 'courier') return;
    const of = { collection: 'complaints', owner, id: complaintId };
    happensAt(system, unit, dueAfter(now, ANSWERED_AFTER), of, 'COMPLAINT_ANSWERED');
  },
};
