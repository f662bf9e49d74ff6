import { witnessOf } from '../src/prove/witness.ts';
import { courier } from '../witness/courier.ts';

/** The witness courier in memory. */
export const witness = () => witnessOf('courier', courier);
