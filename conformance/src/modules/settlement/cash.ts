import { exampleBody } from '../../drive/example.ts';
import { scan } from '../../drive/scan.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import { causeFact } from '../../models/walk-from.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';

/** An account is named by a token, and its number is refused. */
export const account = defineScenario({
  id: 'settlement-account',
  title: text('An account by its token', '以标记指代账户'),
  system: 'courier',
  when: { claims: 'settlement' },
  tier: 'W',
  touches: ['STL-003', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'Cash is to be remitted to a token', '按标记汇付');
    const made = await stage.prepare('waybill');
    if ('blocked' in made) return;
    const body = { ...exampleBody('instructCod'), waybillNo: made.waybillNo };
    await stage.call('instructCod', { body, probe: 'settlement-instructed' });
    await stage.call('getCod', {
      path: { waybillNo: made.waybillNo },
      probe: 'settlement-cash-read',
    });
    await stage.call('listChargeAdvices', { probe: 'settlement-any-advices' });
  },
});

/** Cash is collected at the door, by scans or by a fact, and remitted once. */
export const cash = defineScenario({
  id: 'settlement-cash',
  title: text('Cash is collected and remitted', '代收与汇付货款'),
  system: 'courier',
  when: { claims: 'settlement' },
  tier: 'C',
  needs: ['SCANS', 'ACTIONS'],
  touches: ['STL-002', 'STL-003', 'STL-006', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    await stage.prepare('subscription');
    for (const way of ['SCAN', 'FACT'] as const) {
      yield step('CALL', 'Cash is instructed and the parcel goes out', '委托代收并派送');
      const made = await stage.prepare('waybill');
      if ('blocked' in made) return;
      const { waybillNo } = made;
      await stage.call('instructCod', {
        body: { ...exampleBody('instructCod'), waybillNo },
        probe: 'settlement-cash-instructed',
      });
      for (const code of ['PICKED_UP', 'OUT_FOR_DELIVERY']) await scan(stage, waybillNo, code);

      yield step('CALL', 'It is paid for', '收款');
      const about = { collection: 'cod-instructions', resourceId: waybillNo };
      if (way === 'SCAN') await scan(stage, waybillNo, 'COD_COLLECTED');
      else await causeFact(stage, { ...about, fact: 'COD_COLLECTED' });
      await stage.settle();

      yield step(
        'CALL',
        'It is remitted, and once more if that can be had',
        '汇付，并尝试再次汇付',
      );
      await causeFact(stage, { ...about, fact: 'REMITTED' });
      await stage.settle();
      await causeFact(stage, { ...about, fact: 'REMITTED' });
      await stage.settle();
      const path = { waybillNo };
      await stage.call('getCod', { path, probe: 'settlement-cash-remitted' });
      await stage.call('listParcelEvents', {
        path: { carrierCode: TEST_CARRIER, waybillNo },
        probe: 'settlement-track',
      });
      await stage.call('reconcileCod', { path, probe: 'settlement-reconciled' });
    }
  },
});
