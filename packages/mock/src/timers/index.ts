import { PLAINTEXT_RETENTION, plaintextRetention } from '../consignees/forget-consignee.ts';
import { OBSERVED_AGE } from '../consignees/watch-stage.ts';
import type { TimerHandler } from '../engine/system.ts';
import { ORDER_RETENTION, orderRetention } from '../erasures/retention.ts';
import { RESOURCE_DUE } from '../resources/change.ts';
import { resourceDue } from '../resources/fact.ts';
import { agreementEffective, agreementEnds, agreementExpires } from './agreement.ts';
import { erasure } from './erasure.ts';
import { intercept } from './intercept.ts';
import { journey } from './journey.ts';
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
  erasure,
  intercept,
  journey,
  'notice-closes': noticeCloses,
  'notice-ends': noticeEnds,
  'notice-starts': noticeStarts,
  [OBSERVED_AGE]: observedAge,
  'order-decision': orderDecision,
  [ORDER_RETENTION]: orderRetention,
  'order-voiding': orderVoiding,
  'parcel-age': parcelAge,
  'reserve-expiry': reserveExpiry,
  [PLAINTEXT_RETENTION]: plaintextRetention,
  [RESOURCE_DUE]: resourceDue,
  'reveal-approval-overdue': revealApprovalOverdue,
  'reveal-expires': revealExpires,
  'tracking-subscription': trackingSubscription,
};
