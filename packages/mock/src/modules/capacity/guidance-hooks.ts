import type { TrafficGuidance } from '@openwaybill/schemas';
import { DAY } from '../../engine/clock.ts';
import { uuid7 } from '../../engine/invent.ts';
import { Refusal } from '../../engine/refusal.ts';
import type { Hooks } from '../../resources/hooks.ts';

const WEEK = 7 * DAY;

/** The guidance that a hub or a regulator has from the beginning, where nobody gave it another. */
export const firstGuidance = (now: string): TrafficGuidance => ({
  guidanceId: '0193a5c0-7d4e-7a11-8c00-000000000411',
  regions: [{ countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' }],
  windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '07:00', to: '09:00' })),
  restriction: '早高峰厢式货车绕行',
  validToAt: new Date(Date.parse(now) + 52 * WEEK).toISOString(),
  revision: 1,
  createdAt: now,
  updatedAt: now,
});

/** Everybody reads it, and couriers are told of what is new. */
export const guidanceHooks: Hooks = {
  isShared: true,
  invent: ({ system, now }) => {
    if (!['hub', 'regulator'].includes(system.options.role)) throw new Refusal('STATE_ILLEGAL');
    const { revision, createdAt, updatedAt, ...guidance } = firstGuidance(now);
    return {
      ...guidance,
      guidanceId: uuid7(system.random, Date.parse(now)),
      validToAt: new Date(Date.parse(now) + WEEK).toISOString(),
    };
  },
};
