import { performReveal } from '../consignees/perform-reveal.ts';
import type { Behaviour } from '../engine/call.ts';

export const requestReveal: Behaviour = (call) => performReveal(call);
