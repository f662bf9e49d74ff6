import { CHALLENGE } from '../transcript/challenge.ts';
import type { Stage } from './stage.ts';

/** What a system sends and can be subscribed to. */
export const subscribable = ({ claim }: Pick<Stage, 'claim'>): readonly string[] =>
  claim.document.events.sends.filter((type) => type !== CHALLENGE);

/** What a subscription asks for that is made for its own sake: an event that every system sends, and seldom. */
const SELDOM: readonly string[] = ['org.openwaybill.agreement.status.changed'];

/** The request for a new subscription. */
export const subscriptionBody = (
  stage: Stage,
  callbackUrl: string = stage.inbox().url,
  eventTypes: readonly string[] = SELDOM,
) => ({
  subscriptionId: stage.invent.uuid(),
  callbackUrl,
  eventTypes,
  signing: 'V1A',
});
