import type { Behaviour } from '../engine/call.ts';
import { submit } from '../orders/submit.ts';

export const submitOrder: Behaviour = submit;
