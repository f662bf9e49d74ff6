import { witnessOf } from '../src/prove/witness.ts';
import { courier } from '../witness/courier.ts';
import { platform } from '../witness/platform.ts';

/** The witness courier in memory. */
export const witnessCourier = (seed?: number) => witnessOf('courier', courier, seed);

/** The witness platform in memory. */
export const witnessPlatform = (seed?: number) => witnessOf('platform', platform, seed);
