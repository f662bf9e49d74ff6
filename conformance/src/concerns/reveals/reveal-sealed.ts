import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { askFor, inventedPerson, parcelFor, revealIdOf, sealedTo } from './ask.ts';

/** Fields that have to be sealed: with a key, without one, and with one that nobody knows. */
export const revealSealed = defineScenario({
  id: 'reveal-sealed',
  title: text('Fields that are sealed', '密封的字段'),
  system: 'platform',
  when: { offers: 'requestReveal' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['RVL-011', 'RVL-006', 'RVL-009', 'CSN-008', 'CSN-010'],
  run: async function* (stage) {
    if (!stage.has('core') || stage.sealingKeyId('core') === undefined) {
      stage.leaveOut(text('Sealed reveals', '密封揭示'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'A parcel of a person whom the runner invented', '虚构收件人的包裹');
    const parcel = await parcelFor(stage, inventedPerson(stage, 'sealed'));
    if (parcel === undefined) return;
    const seal = sealedTo(stage, 'core');

    yield step('CALL', 'Sealed where it has to be, and where it is wished', '须密封与请求密封');
    const sealed = await stage.callAs('core', 'requestReveal', {
      body: askFor(parcel, 'FULFIL_DELIVER', ['NAME', 'PHONE', 'ADDRESS'], seal),
      intent: 'CONTROL',
      probe: 'reveal-sealed',
    });
    await stage.callAs('core', 'requestReveal', {
      body: askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME'], seal),
      intent: 'CONTROL',
      probe: 'reveal-sealed-by-wish',
    });

    yield step('CALL', 'No key, and the key of nobody', '无密钥与无主密钥');
    for (const [probe, more] of [
      ['reveal-without-key', {}],
      ['reveal-key-of-nobody', { sealToKeyId: 'enc-of-nobody' }],
    ] as const)
      await stage.callAs('core', 'requestReveal', {
        body: askFor(parcel, 'FULFIL_DELIVER', ['ADDRESS'], more),
        twinOf: sealed.seq,
        probe,
      });

    yield step('CALL', 'The state is read, and the fields once more', '查询状态并再次读取');
    const path = { revealId: revealIdOf(sealed) };
    await stage.callAs('core', 'getReveal', { path, probe: 'reveal-state' });
    await stage.callAs('core', 'readReveal', { path, intent: 'CONTROL', probe: 'reveal-sealed' });
    await stage.settle();
  },
});
