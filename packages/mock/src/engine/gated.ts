import { replayBinding } from '../consignees/judge-binding.ts';
import { replayBatch, replayReveal, replayUse } from '../consignees/replay-reveal.ts';
import { replayRegistration } from '../consignees/show-registered.ts';
import type { Answer, Call } from './call.ts';

/** Operations whose gates stand for role and agreement: their refusals have to be logged. */
export const GATED: readonly string[] = ['request-reveal', 'request-reveal-batch', 'bind-contact'];

/** Operations of which a repeated key is judged again instead of repeating what was stored. */
export const REPLAYS: Readonly<Record<string, (call: Call, first: Answer) => Promise<Answer>>> = {
  'bind-contact': replayBinding,
  'register-consignee': replayRegistration,
  'request-reveal': replayReveal,
  'request-reveal-batch': replayBatch,
  'read-reveal': replayUse,
};

/** Operations of which the outcome is kept for a day, whatever else is kept for a repeated key. */
export const KEPT_A_DAY: readonly string[] = [
  'request-reveal',
  'request-reveal-batch',
  'read-reveal',
];
