import { ownCall } from '../../drive/own-call.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';

/** A platform declares goods to the runner. */
export const crossBorderDeclared = defineScenario({
  id: 'cross-border-declared',
  title: text('Goods are declared', '申报货物'),
  system: 'platform',
  when: { claims: 'cross-border' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['XBD-002', 'DSC-023'],
  run: async function* (stage) {
    yield step('SERVE', 'A declaration of the platform', '平台报关');
    await ownCall(stage, 'submitDeclaration');
  },
});
