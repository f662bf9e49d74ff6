import { withTwins } from '../catalogue/twins.ts';
import { concernSuites } from '../concerns/index.ts';
import { eventSubscription } from '../models/event-subscription-walk.ts';
import { suites } from '../modules/index.ts';
import type { Scenario } from '../words.ts';
import { agreementEnd } from './any/agreement-end.ts';
import { agreementLife } from './any/agreement-life.ts';
import { agreementProjection } from './any/agreement-projection.ts';
import { authentication } from './any/authentication.ts';
import { breachReported } from './any/breach-reported.ts';
import { deliveryRetries } from './any/delivery-retries.ts';
import { discovery } from './any/discovery.ts';
import { hygiene } from './any/hygiene.ts';
import { idempotency } from './any/idempotency.ts';
import { lists } from './any/lists.ts';
import { lostAnswer } from './any/lost-answer.ts';
import { modelAgreement } from './any/model-agreement.ts';
import { modelInterruptionNotice } from './any/model-interruption-notice.ts';
import { negatives } from './any/negatives.ts';
import { notYours } from './any/not-yours.ts';
import { ownProposal } from './any/own-proposal.ts';
import { peerEvents } from './any/peer-events.ts';
import { plannedInterruption } from './any/planned-interruption.ts';
import { repeatedCommands } from './any/repeated-commands.ts';
import { reportedInterruption } from './any/reported-interruption.ts';
import { subscription } from './any/subscription.ts';
import { toldAgain } from './any/told-again.ts';
import { unplannedInterruption } from './any/unplanned-interruption.ts';
import { doorDelivery } from './courier/door-delivery.ts';
import { drawnOrders } from './courier/drawn-orders.ts';
import { erasure } from './courier/erasure.ts';
import { exceptions } from './courier/exceptions.ts';
import { fold } from './courier/fold.ts';
import { intercept } from './courier/intercept.ts';
import { label } from './courier/label.ts';
import { modelIntercept } from './courier/model-intercept.ts';
import { modelOrder } from './courier/model-order.ts';
import { modelParcel } from './courier/model-parcel.ts';
import { modelWaybill } from './courier/model-waybill.ts';
import { numberPool } from './courier/number-pool.ts';
import { orderCancel } from './courier/order-cancel.ts';
import { orderDecision } from './courier/order-decision.ts';
import { orderNaturalKey } from './courier/order-natural-key.ts';
import { orderPlaintext } from './courier/order-plaintext.ts';
import { orderUpdate } from './courier/order-update.ts';
import { platformEvents } from './courier/platform-events.ts';
import { preferenceConsent } from './courier/preference-consent.ts';
import { proofOfDelivery } from './courier/proof-of-delivery.ts';
import { publicTracking } from './courier/public-tracking.ts';
import { returnLeg } from './courier/return-leg.ts';
import { revealAsCaller } from './courier/reveal-as-caller.ts';
import { revealRetries } from './courier/reveal-retries.ts';
import { suppliedNumber } from './courier/supplied-number.ts';
import { waybillBatch } from './courier/waybill-batch.ts';
import { waybillNaturalKey } from './courier/waybill-natural-key.ts';
import { modelOfWalk } from './model.ts';
import { agreementPurposes } from './platform/agreement-purposes.ts';
import { arrivalOrders } from './platform/arrival-orders.ts';
import { callerRetries } from './platform/caller-retries.ts';
import { callerTolerance } from './platform/caller-tolerance.ts';
import { consentAndErasure } from './platform/consent-and-erasure.ts';
import { forgedEvents } from './platform/forged-events.ts';
import { futureEvents } from './platform/future-events.ts';
import { missedEvents } from './platform/missed-events.ts';
import { platformInterruption } from './platform/platform-interruption.ts';
import { reference } from './platform/reference.ts';
import { submitOrder } from './platform/submit-order.ts';
import { trackingInbox } from './platform/tracking-inbox.ts';
import { views } from './platform/views.ts';

/** Every scenario of the suite, in the order in which they run. */
export const scenarios: readonly Scenario[] = [
  discovery,
  authentication,
  breachReported,
  idempotency,
  repeatedCommands,
  hygiene,
  negatives,
  modelOrder,
  modelWaybill,
  modelIntercept,
  modelParcel,
  modelAgreement,
  notYours,
  lists,
  subscription,
  deliveryRetries,
  modelOfWalk(eventSubscription),
  doorDelivery,
  orderNaturalKey,
  orderUpdate,
  orderCancel,
  orderPlaintext,
  preferenceConsent,
  orderDecision,
  waybillNaturalKey,
  numberPool,
  suppliedNumber,
  label,
  intercept,
  waybillBatch,
  fold,
  drawnOrders,
  returnLeg,
  publicTracking,
  proofOfDelivery,
  platformEvents,
  peerEvents,
  ownProposal,
  revealRetries,
  submitOrder,
  callerRetries,
  callerTolerance,
  trackingInbox,
  arrivalOrders,
  forgedEvents,
  futureEvents,
  missedEvents,
  reference,
  views,
  consentAndErasure,
  platformInterruption,
  exceptions,
  revealAsCaller,
  lostAnswer,
  agreementLife,
  agreementProjection,
  agreementPurposes,
  erasure,
  plannedInterruption,
  unplannedInterruption,
  reportedInterruption,
  agreementEnd,
  ...[...suites, ...concernSuites].flatMap(({ scenarios, walks = [] }) => [
    ...scenarios,
    ...walks.map(modelOfWalk),
  ]),
  modelInterruptionNotice,
  // what it asks for again is what all others were told
  toldAgain,
].map((scenario) => ({ ...scenario, touches: withTwins(scenario.touches) }));
