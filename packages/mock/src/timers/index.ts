import { AGREEMENT_RETENTION } from '../agreements/change-agreement.ts';
import { LEAF_RETENTION, leafRetention } from '../audit/log.ts';
import { PLAINTEXT_RETENTION, plaintextRetention } from '../consignees/forget-consignee.ts';
import { OBSERVED_AGE } from '../consignees/watch-stage.ts';
import { OUTCOME_RETENTION, outcomeRetention } from '../engine/idempotency.ts';
import type { TimerHandler } from '../engine/system.ts';
import { ORDER_RETENTION, orderRetention } from '../erasures/retention.ts';
import { EVENT_RETENTION, eventRetention } from '../events/retention.ts';
import {
  FORMER_KEY_GOES,
  FORMER_KEY_SIGNS_NO_MORE,
  formerKeyGoes,
  formerKeySignsNoMore,
} from '../identity/rotation.ts';
import { OBSERVED_RETENTION, observedRetention } from '../observed/retention.ts';
import { RESOURCE_DUE } from '../resources/change.ts';
import { resourceDue } from '../resources/fact.ts';
import { RESOURCE_RETENTION, resourceRetention } from '../resources/retention.ts';
import {
  agreementEffective,
  agreementEnds,
  agreementExpires,
  agreementRetention,
} from './agreement.ts';
import { erasure } from './erasure.ts';
import { intercept } from './intercept.ts';
import { journey } from './journey.ts';
import { LEGAL_HOLD_ENDS, legalHoldEnds } from './legal-hold.ts';
import { noticeCloses, noticeEnds, noticeStarts } from './notice.ts';
import { observedAge } from './observed-age.ts';
import { orderDecision } from './order-decision.ts';
import { orderVoiding } from './order-voiding.ts';
import { parcelAge } from './parcel-age.ts';
import { reserveExpiry } from './reserve-expiry.ts';
import { revealApprovalOverdue, revealExpires } from './reveal.ts';
import { trackingSubscription } from './tracking-subscription.ts';

/** What happens when an instant is reached, one file a kind. Deliveries are the outbox's own affair. */
export const timers: Readonly<Record<string, TimerHandler>> = {
  'agreement-effective': agreementEffective,
  'agreement-ends': agreementEnds,
  'agreement-expires': agreementExpires,
  [AGREEMENT_RETENTION]: agreementRetention,
  erasure,
  [EVENT_RETENTION]: eventRetention,
  [FORMER_KEY_GOES]: formerKeyGoes,
  [FORMER_KEY_SIGNS_NO_MORE]: formerKeySignsNoMore,
  intercept,
  journey,
  [LEAF_RETENTION]: leafRetention,
  [LEGAL_HOLD_ENDS]: legalHoldEnds,
  'notice-closes': noticeCloses,
  'notice-ends': noticeEnds,
  'notice-starts': noticeStarts,
  [OBSERVED_AGE]: observedAge,
  [OBSERVED_RETENTION]: observedRetention,
  'order-decision': orderDecision,
  [ORDER_RETENTION]: orderRetention,
  'order-voiding': orderVoiding,
  [OUTCOME_RETENTION]: outcomeRetention,
  'parcel-age': parcelAge,
  'reserve-expiry': reserveExpiry,
  [PLAINTEXT_RETENTION]: plaintextRetention,
  [RESOURCE_DUE]: resourceDue,
  [RESOURCE_RETENTION]: resourceRetention,
  'reveal-approval-overdue': revealApprovalOverdue,
  'reveal-expires': revealExpires,
  'tracking-subscription': trackingSubscription,
};
