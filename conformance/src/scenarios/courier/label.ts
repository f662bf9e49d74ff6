import { defineScenario, step, text } from '../scenario.ts';

/** Every label format that the courier claims. */
export const label = defineScenario({
  id: 'label',
  title: text('Labels', '面单'),
  system: 'courier',
  when: { offers: 'getWaybillLabel' },
  tier: 'W',
  touches: ['WBL-008', 'WBL-013', 'ORD-010', 'AUT-006', 'DSC-021'],
  run: async function* (stage) {
    const person = stage.person('remark');
    const waybill = await stage.prepare('waybill', {
      order: stage.invent.order({ remark: person.note }),
    });
    if ('blocked' in waybill) return;
    for (const format of stage.claim.document.labelFormats ?? []) {
      yield step('CALL', 'A label of a claimed format', '所声明格式的面单');
      await stage.call('getWaybillLabel', {
        path: { waybillNo: waybill.waybillNo },
        query: { format },
        intent: 'PROBE',
        probe: 'label-of-format',
      });
    }
  },
});
