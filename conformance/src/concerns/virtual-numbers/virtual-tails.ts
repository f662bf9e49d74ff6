import type { ContactBindingRequest } from '@openwaybill/schemas';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { inventedPerson, parcelFor } from '../reveals/ask.ts';
import { bind } from './bind.ts';

/** So many that a tail that is left to chance is seen. */
const BINDINGS = 200;
const MODELS: readonly ContactBindingRequest['model'][] = [
  'AXN',
  'AXN_EXT',
  'AXG',
  'CLICK_TO_CALL',
];

/** Many numbers for one person whose own number the runner knows, and one of each model. */
export const virtualTails = defineScenario({
  id: 'virtual-tails',
  title: text('Numbers that stand for a known one', '代替已知号码的虚拟号'),
  system: 'platform',
  when: { offers: 'bindContact' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['VNM-001', 'VNM-003', 'CSN-012', 'RVL-009'],
  run: async function* (stage) {
    if (!stage.has('core')) {
      stage.leaveOut(text('Bindings of a headquarters', '总部联系绑定'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'A parcel of a person whom the runner invented', '虚构收件人的包裹');
    const parcel = await parcelFor(stage, inventedPerson(stage, 'tails'), {
      probe: 'virtual-registered',
    });
    if (parcel === undefined) return;

    yield step('CALL', 'One of each model', '各绑定模式');
    for (const model of MODELS)
      await bind(stage, 'core', parcel, 'virtual-model', { model, ttl: 'PT1H' });

    yield step('CALL', 'Many numbers', '大量号码');
    for (let count = 0; count < BINDINGS; count += 1)
      await bind(stage, 'core', parcel, 'virtual-number', { ttl: 'PT1H' });
  },
});
