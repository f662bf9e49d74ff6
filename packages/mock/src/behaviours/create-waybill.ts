import type { Behaviour } from '../engine/call.ts';
import { create } from '../waybills/create.ts';

export const createWaybill: Behaviour = create;
