import type { Scenario, Step, Text } from '../words.ts';

/** A scenario of the suite; its id is the name of its file. */
export const defineScenario = (scenario: Scenario): Scenario => scenario;

/** A step in both languages. */
export const step = (does: Step['does'], en: string, zh: string): Step => ({
  does,
  title: { en, zh },
});

export const text = (en: string, zh: string): Text => ({ en, zh });
