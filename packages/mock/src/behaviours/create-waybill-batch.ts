import { batchAnswer } from '../engine/batch.ts';
import type { Behaviour } from '../engine/call.ts';
import { create } from '../waybills/create.ts';

export const createWaybillBatch: Behaviour = (call) => batchAnswer(call, create);
