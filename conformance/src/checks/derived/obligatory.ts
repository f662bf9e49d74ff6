import type { Claim } from '../../words.ts';

/** Answers that every run sees, by role; others are judged wherever they are seen. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  courier: ['Order', 'Waybill', 'LabelData', 'OrderPage', 'WaybillPage'],
  platform: ['ConsigneeView'],
};

/** Messages whose answers a run must have seen valid. */
export const ANSWERED = (claim: Claim): readonly string[] => [
  'CapabilityDocument',
  'KeySet',
  'Health',
  'Problem',
  'EventSubscription',
  ...(ANSWERS[claim.role] ?? []),
];

/** Events that a run must have seen valid. */
export const SENT = (claim: Claim): readonly string[] => [
  'CloudEvent',
  'SubscriptionChallenge',
  ...(claim.role === 'courier' ? ['OrderStatusChange', 'WaybillStatusChange'] : []),
];

/** What a role is made to call. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  platform: ['OrderSubmission', 'WaybillCreation'],
  courier: ['RevealRequest'],
};

/** Requests that a run must have seen valid. */
export const REQUESTED = (claim: Claim): readonly string[] =>
  CALLS[claim.role] ?? ['AgreementProposal'];
