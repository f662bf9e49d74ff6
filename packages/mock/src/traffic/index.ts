export type { DivisionTable } from './division.ts';
export {
  type TrafficLine,
  type TrafficOptions,
  type TrafficPlan,
  traffic,
  UnknownInPlan,
} from './traffic.ts';
