import type { Behaviour } from '../engine/call.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { allocateWaybillNumbers } from './allocate-waybill-numbers.ts';
import { bindContact } from './bind-contact.ts';
import { cancelOrder } from './cancel-order.ts';
import { cancelWaybill } from './cancel-waybill.ts';
import { checkServiceability } from './check-serviceability.ts';
import { confirmPrint } from './confirm-print.ts';
import { counterAgreement } from './counter-agreement.ts';
import { createEventSubscription } from './create-event-subscription.ts';
import { createTrackingSubscription } from './create-tracking-subscription.ts';
import { createWaybill } from './create-waybill.ts';
import { createWaybillBatch } from './create-waybill-batch.ts';
import { deleteEventSubscription } from './delete-event-subscription.ts';
import { deleteTrackingSubscription } from './delete-tracking-subscription.ts';
import { eraseConsignee } from './erase-consignee.ts';
import { getAgreement } from './get-agreement.ts';
import { getAuditCheckpoint } from './get-audit-checkpoint.ts';
import { getAuditConsistency } from './get-audit-consistency.ts';
import { getAuditInclusion } from './get-audit-inclusion.ts';
import { getCapabilities } from './get-capabilities.ts';
import { getConsigneeView } from './get-consignee-view.ts';
import { getContactBinding } from './get-contact-binding.ts';
import { getErasure } from './get-erasure.ts';
import { getEventSubscription } from './get-event-subscription.ts';
import { getHealth } from './get-health.ts';
import { getIntercept } from './get-intercept.ts';
import { getInterruptionNotice } from './get-interruption-notice.ts';
import { getKeys } from './get-keys.ts';
import { getOrder } from './get-order.ts';
import { getParcel } from './get-parcel.ts';
import { getProofOfDelivery } from './get-proof-of-delivery.ts';
import { getReveal } from './get-reveal.ts';
import { getSubjectAccess } from './get-subject-access.ts';
import { getTestAction } from './get-test-action.ts';
import { getTestClock } from './get-test-clock.ts';
import { getTrackingSubscription } from './get-tracking-subscription.ts';
import { getWaybill } from './get-waybill.ts';
import { getWaybillBalance } from './get-waybill-balance.ts';
import { getWaybillLabel } from './get-waybill-label.ts';
import { interceptWaybill } from './intercept-waybill.ts';
import { listAgreements } from './list-agreements.ts';
import { listEventSubscriptions } from './list-event-subscriptions.ts';
import { listInterruptionNotices } from './list-interruption-notices.ts';
import { listOrders } from './list-orders.ts';
import { listParcelEvents } from './list-parcel-events.ts';
import { listRevealAuditEntries } from './list-reveal-audit-entries.ts';
import { listRiskAssessments } from './list-risk-assessments.ts';
import { listTestControls } from './list-test-controls.ts';
import { listTestParcels } from './list-test-parcels.ts';
import { listWaybills } from './list-waybills.ts';
import { lookUpConsignee } from './look-up-consignee.ts';
import { proposeAgreement } from './propose-agreement.ts';
import { queryParcels } from './query-parcels.ts';
import { readReveal } from './read-reveal.ts';
import { receiveEvent } from './receive-event.ts';
import { recordConsent } from './record-consent.ts';
import { recordTestScan } from './record-test-scan.ts';
import { registerConsignee } from './register-consignee.ts';
import { releaseContact } from './release-contact.ts';
import { replayEvents } from './replay-events.ts';
import { requestErasure } from './request-erasure.ts';
import { requestReveal } from './request-reveal.ts';
import { requestRevealBatch } from './request-reveal-batch.ts';
import { resetTestTenant } from './reset-test-tenant.ts';
import { resumeAgreement } from './resume-agreement.ts';
import { revokeReveal } from './revoke-reveal.ts';
import { signAgreement } from './sign-agreement.ts';
import { startTestInterruption } from './start-test-interruption.ts';
import { submitOrder } from './submit-order.ts';
import { submitOrderBatch } from './submit-order-batch.ts';
import { submitPreReport } from './submit-pre-report.ts';
import { submitRiskAssessment } from './submit-risk-assessment.ts';
import { suspendAgreement } from './suspend-agreement.ts';
import { terminateAgreement } from './terminate-agreement.ts';
import { triggerTestAction } from './trigger-test-action.ts';
import { updateEventSubscription } from './update-event-subscription.ts';
import { updateOrder } from './update-order.ts';
import { updateWaybill } from './update-waybill.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export type BehaviourTable = Readonly<Record<string, Behaviour>>;

/** One behaviour an operation, under its name: one line a file. */
export const behaviours: BehaviourTable = {
  'advance-test-clock': advanceTestClock,
  'allocate-waybill-numbers': allocateWaybillNumbers,
  'bind-contact': bindContact,
  'cancel-order': cancelOrder,
  'cancel-waybill': cancelWaybill,
  'check-serviceability': checkServiceability,
  'confirm-print': confirmPrint,
  'counter-agreement': counterAgreement,
  'create-event-subscription': createEventSubscription,
  'create-tracking-subscription': createTrackingSubscription,
  'create-waybill': createWaybill,
  'create-waybill-batch': createWaybillBatch,
  'delete-event-subscription': deleteEventSubscription,
  'delete-tracking-subscription': deleteTrackingSubscription,
  'erase-consignee': eraseConsignee,
  'get-agreement': getAgreement,
  'get-audit-checkpoint': getAuditCheckpoint,
  'get-audit-consistency': getAuditConsistency,
  'get-audit-inclusion': getAuditInclusion,
  'get-capabilities': getCapabilities,
  'get-consignee-view': getConsigneeView,
  'get-contact-binding': getContactBinding,
  'get-erasure': getErasure,
  'get-event-subscription': getEventSubscription,
  'get-health': getHealth,
  'get-intercept': getIntercept,
  'get-interruption-notice': getInterruptionNotice,
  'get-keys': getKeys,
  'get-order': getOrder,
  'get-parcel': getParcel,
  'get-proof-of-delivery': getProofOfDelivery,
  'get-reveal': getReveal,
  'get-subject-access': getSubjectAccess,
  'get-test-action': getTestAction,
  'get-test-clock': getTestClock,
  'get-tracking-subscription': getTrackingSubscription,
  'get-waybill': getWaybill,
  'get-waybill-balance': getWaybillBalance,
  'get-waybill-label': getWaybillLabel,
  'intercept-waybill': interceptWaybill,
  'list-agreements': listAgreements,
  'list-event-subscriptions': listEventSubscriptions,
  'list-interruption-notices': listInterruptionNotices,
  'list-orders': listOrders,
  'list-parcel-events': listParcelEvents,
  'list-reveal-audit-entries': listRevealAuditEntries,
  'list-risk-assessments': listRiskAssessments,
  'list-test-controls': listTestControls,
  'list-test-parcels': listTestParcels,
  'list-waybills': listWaybills,
  'look-up-consignee': lookUpConsignee,
  'propose-agreement': proposeAgreement,
  'query-parcels': queryParcels,
  'read-reveal': readReveal,
  'receive-event': receiveEvent,
  'record-consent': recordConsent,
  'record-test-scan': recordTestScan,
  'register-consignee': registerConsignee,
  'release-contact': releaseContact,
  'replay-events': replayEvents,
  'request-erasure': requestErasure,
  'request-reveal': requestReveal,
  'request-reveal-batch': requestRevealBatch,
  'reset-test-tenant': resetTestTenant,
  'resume-agreement': resumeAgreement,
  'revoke-reveal': revokeReveal,
  'sign-agreement': signAgreement,
  'start-test-interruption': startTestInterruption,
  'submit-order': submitOrder,
  'submit-order-batch': submitOrderBatch,
  'submit-pre-report': submitPreReport,
  'submit-risk-assessment': submitRiskAssessment,
  'suspend-agreement': suspendAgreement,
  'terminate-agreement': terminateAgreement,
  'trigger-test-action': triggerTestAction,
  'update-event-subscription': updateEventSubscription,
  'update-order': updateOrder,
  'update-waybill': updateWaybill,
  'withdraw-consent': withdrawConsent,
};
