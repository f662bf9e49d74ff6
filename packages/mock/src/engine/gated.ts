import { replayBatch, replayReveal, replayUse } from '../consignees/replay-reveal.ts';
import type { Answer, Call } from './call.ts';

/** Operations whose gates stand for role and agreement: their refusals have to be logged. */
export const GATED: readonly string[] = ['request-reveal', 'request-reveal-batch', 'bind-contact'];

/** Operations of which a repeated key runs the gates again instead of repeating what was stored. */
export const REPLAYS: Readonly<Record<string, (call: Call, first: Answer) => Promise<Answer>>> = {
  'request-reveal': replayReveal,
  'request-reveal-batch': replayBatch,
  'read-reveal': replayUse,
};
