import type { Role } from '@openwaybill/schemas';
import type { Action } from './action.ts';
import { authoriseReturn } from './authorise-return.ts';
import { callOperation } from './call-operation.ts';
import { cancelOrder } from './cancel-order.ts';
import { causeFact } from './cause-fact.ts';
import { counterAgreement } from './counter-agreement.ts';
import { createSubscription } from './create-subscription.ts';
import { createWaybill } from './create-waybill.ts';
import { decideReveal } from './decide-reveal.ts';
import { openAfterSales } from './open-after-sales.ts';
import { proposeAgreement } from './propose-agreement.ts';
import { replayEvents } from './replay-events.ts';
import { reportBreach } from './report-breach.ts';
import { requestReveal } from './request-reveal.ts';
import { rotateKeys } from './rotate-keys.ts';
import { setLegalHold } from './set-legal-hold.ts';
import { signAgreement } from './sign-agreement.ts';
import { submitOrder } from './submit-order.ts';

const EVERY_ROLE = {
  PROPOSE_AGREEMENT: proposeAgreement,
  SIGN_AGREEMENT: signAgreement,
  COUNTER_AGREEMENT: counterAgreement,
  REPLAY_EVENTS: replayEvents,
  CREATE_SUBSCRIPTION: createSubscription,
  CAUSE_FACT: causeFact,
  CALL_OPERATION: callOperation,
  REPORT_BREACH: reportBreach,
  ROTATE_KEYS: rotateKeys,
};
const PLATFORM = {
  SUBMIT_ORDER: submitOrder,
  CANCEL_ORDER: cancelOrder,
  CREATE_WAYBILL: createWaybill,
  DECIDE_REVEAL: decideReveal,
  OPEN_AFTER_SALES: openAfterSales,
  AUTHORISE_RETURN: authoriseReturn,
};
const HOLDERS = ['platform', 'courier'];
const REVEALS = ['courier', 'locker', 'service-point', 'customs-agent', 'regulator'];

/** The actions that a role can be made to do, by code. */
export const actionsOf = (role: Role): Readonly<Record<string, Action>> => ({
  ...(role === 'platform' ? PLATFORM : {}),
  ...(HOLDERS.includes(role) ? { SET_LEGAL_HOLD: setLegalHold } : {}),
  ...(REVEALS.includes(role) ? { REQUEST_REVEAL: requestReveal } : {}),
  ...EVERY_ROLE,
});
