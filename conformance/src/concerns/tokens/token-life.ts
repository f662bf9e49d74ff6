import { observation } from '../../drive/observation.ts';
import type { Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { askFor, inventedPerson, parcelFor } from '../reveals/ask.ts';

/** Every operation of a courier that takes a reference, with one reference. */
const useEverywhere = async (
  stage: Stage,
  consigneeRef: string,
  waybillNo: string,
  probe: string,
): Promise<void> => {
  const parcel = { consigneeRef, waybillNo };
  await stage.callAs('core', 'getConsigneeView', {
    path: { consigneeRef },
    intent: 'PROBE',
    probe: `${probe}-view`,
  });
  await stage.callAs('core', 'listRevealAuditEntries', {
    query: { consigneeRef },
    intent: 'PROBE',
    probe: `${probe}-log`,
  });
  await stage.callAs('core', 'requestReveal', {
    body: askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME']),
    intent: 'PROBE',
    probe: `${probe}-reveal`,
  });
  await stage.callAs('core', 'bindContact', {
    body: { ...parcel, purpose: 'FULFIL_CONTACT', model: 'AXB', ttl: 'P1D' },
    intent: 'PROBE',
    probe: `${probe}-contact`,
  });
};

/** A reference until its order is closed, and after; and what is left of the person when plaintext is not kept any more. */
export const tokenLife = defineScenario({
  id: 'token-life',
  title: text('A reference ends with its order', '引用随订单关闭而失效'),
  system: 'platform',
  when: { offers: 'getConsigneeView' },
  tier: 'C',
  needs: ['ACTIONS', 'CLOCK'],
  movesClock: true,
  touches: ['TOK-005', 'RET-001'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel that is delivered', '已签收的包裹');
    const person = inventedPerson(stage, 'lived');
    const parcel = await parcelFor(stage, person);
    if (parcel === undefined) return;
    const { consigneeRef, waybillNo } = parcel;
    const actor = { actorId: 'st-7f3a', kind: 'COURIER' as const };
    await stage.deliver(await observation(stage, waybillNo, 'PICKED_UP'));
    await stage.deliver(await observation(stage, waybillNo, 'OUT_FOR_DELIVERY', { actor }));
    await stage.deliver(await observation(stage, waybillNo, 'DELIVERED'));
    await stage.settle();
    await stage.callAs('core', 'getConsigneeView', {
      path: { consigneeRef },
      intent: 'CONTROL',
      probe: 'token-alive',
    });
    const look = (probe: string) =>
      stage.callAs('merchant', 'lookUpConsignee', {
        body: { kind: 'PHONE', value: person.mobile, purpose: 'SERVICE_AFTER_SALES' },
        intent: 'CONTROL',
        probe,
      });
    await look('retention-before');

    yield step('ADVANCE', 'The order is closed', '订单关闭');
    const closed = await stage.advance('P7DT1H');
    if (closed !== undefined) return;
    await stage.settle();
    await useEverywhere(stage, consigneeRef, waybillNo, 'token-dead');
    await useEverywhere(stage, stage.invent.consigneeRef(), waybillNo, 'token-unknown');

    yield step('ADVANCE', 'Thirty days later', '再过三十日');
    const over = await stage.advance('P30D');
    if (over !== undefined) return;
    await stage.settle();
    await look('retention-after');
  },
});
