import { act } from '../../drive/prepare.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { deposited, happens, notified } from './reservation.ts';

const WRONG_CODES = 5;

/** A parcel is put in, its code is guessed five times, its storage ends, and it is collected. */
export const deposit = defineScenario({
  id: 'locker-deposit',
  title: text('From the door to the consignee', '自投放至取件'),
  system: 'locker',
  when: { claims: 'locker' },
  tier: 'C',
  needs: ['ACTIONS'],
  touches: ['LCK-002', 'LCK-004', 'LCK-006', 'LCK-007', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    const subscribed = await stage.prepare('subscription');
    if ('blocked' in subscribed) return;

    // a system that is driven learns so where the platform takes its codes
    await act(stage, 'REPLAY_EVENTS', {});
    yield step('CALL', 'A parcel is put in', '快件投放');
    const depositId = await deposited(stage);
    if (depositId === undefined) return;
    const read = (probe: string) => stage.call('getDeposit', { path: { depositId }, probe });
    const fact = (name: string) => happens(stage, 'locker-deposits', depositId, name);
    await notified(stage, depositId);
    await read('locker-notified');
    await stage.call('getDepositFee', { path: { depositId }, probe: 'locker-early-fee' });

    yield step('CALL', 'Five wrong codes, then the right one', '五次错误后输入正确取件码');
    for (let count = 0; count < WRONG_CODES; count += 1) await fact('CODE_WRONG');
    await read('locker-locked');
    await fact('CODE_ACCEPTED');
    await read('locker-tried-while-locked');

    yield step('CALL', 'A fault, and the parcel is inside still', '故障后快件仍在箱内');
    await fact('FAULT_FOUND');
    await fact('PARCEL_STILL_INSIDE');
    await notified(stage, depositId);

    yield step('CALL', 'Another parcel is collected after its free time', '另一快件超期后取走');
    const other = await deposited(stage);
    if (other === undefined) return;
    await notified(stage, other);
    await happens(stage, 'locker-deposits', other, 'FREE_STORAGE_ENDED');
    await happens(stage, 'locker-deposits', other, 'CODE_ACCEPTED');
    await stage.call('getDeposit', { path: { depositId: other }, probe: 'locker-collected' });
    await stage.settle();
  },
});
