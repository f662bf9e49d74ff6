import { MINUTE } from './clock.ts';
import { Refusal } from './refusal.ts';

const WINDOW = MINUTE;
const MOST = 100;

/**
 * Slows whoever tries waybill numbers one after the other: after a hundred different ones within a minute that were
 * unknown or another's, each further one is refused, in real time, until the minute is over. Own numbers go on.
 */
export const createWalkGuard = (wallClock: () => number) => {
  const missed = new Map<string, Map<string, number>>();
  /** The refusal of one more miss by somebody, or nothing while there were few. */
  return (who: string, waybillNo: string): Refusal | undefined => {
    const now = wallClock();
    const recent = new Map([...(missed.get(who) ?? [])].filter(([, at]) => now - at < WINDOW));
    missed.set(who, recent);
    if (recent.has(waybillNo)) return undefined;
    if (recent.size < MOST) {
      recent.set(waybillNo, now);
      return undefined;
    }
    const oldest = Math.min(...recent.values());
    return new Refusal('RATE_LIMITED', {
      headers: { 'Retry-After': String(Math.ceil((oldest + WINDOW - now) / 1000)) },
    });
  };
};
