import { batchAnswer } from '../engine/batch.ts';
import type { Behaviour } from '../engine/call.ts';
import { submit } from '../orders/submit.ts';

export const submitOrderBatch: Behaviour = (call) => batchAnswer(call, submit);
