import type { TimerHandler } from '../engine/system.ts';
import { takeStep } from '../parcels/journey.ts';

/** A parcel takes the next step of its scenario. */
export const journey: TimerHandler = takeStep;
