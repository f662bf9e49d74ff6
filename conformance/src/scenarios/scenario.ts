import { SERVING_ROLES } from '@openwaybill/schemas';
import type { Role, Scenario, Step, Text } from '../words.ts';

/** A scenario of the suite; its id is the name of its file. */
export const defineScenario = (scenario: Scenario): Scenario => scenario;

/** Whether a scenario can be played against a role. */
export const isFor = ({ system }: Pick<Scenario, 'system'>, role: Role): boolean =>
  typeof system === 'string' ? system === 'any' || system === role : system.includes(role);

/** Roles beyond the two of the core exchange. */
export const FURTHER_ROLES: readonly Role[] = SERVING_ROLES.filter(
  (role) => role !== 'courier' && role !== 'platform',
);

/** A step in both languages. */
export const step = (does: Step['does'], en: string, zh: string): Step => ({
  does,
  title: { en, zh },
});

export const text = (en: string, zh: string): Text => ({ en, zh });
