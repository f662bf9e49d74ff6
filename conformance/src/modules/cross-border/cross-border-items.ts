import { exampleBody } from '../../drive/example.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { itemNumber, miscounted, ofNowhere } from './goods.ts';

/** Descriptions of postal items under right and wrong numbers. */
export const crossBorderItems = defineScenario({
  id: 'cross-border-items',
  title: text('Numbers of postal items', '邮件号码'),
  system: 'courier',
  when: { offers: 'submitItemDescription' },
  tier: 'W',
  touches: ['XBD-001', 'XBD-004', 'DSC-021', 'DSC-023'],
  run: async function* (stage) {
    yield step('CALL', 'An item, and the same under two wrong numbers', '邮件及两种错误号码');
    const item = { ...exampleBody('submitItemDescription'), s10: itemNumber(stage) };
    const described = await stage.call('submitItemDescription', { body: item });
    for (const [probe, s10] of [
      ['cross-border-miscounted', miscounted(item.s10)],
      ['cross-border-of-nowhere', ofNowhere(item.s10)],
    ] as const)
      await stage.call('submitItemDescription', {
        body: { ...item, s10 },
        intent: 'NEGATIVE',
        twinOf: described.seq,
        probe,
      });
  },
});
