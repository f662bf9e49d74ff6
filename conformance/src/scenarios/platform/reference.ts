import type { ConsigneeRegistration } from '@openwaybill/schemas';
import { act } from '../../drive/prepare.ts';
import type { Stage } from '../../drive/stage.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Step } from '../../words.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** Plaintext that somebody masked before; a vault must not take it for a person. */
const MASKED: Readonly<Record<string, Partial<ConsigneeRegistration['contact']>>> = {
  'masked-name': { name: '王**' },
  'masked-name-wide': { name: '王＊＊' },
  'masked-mobile': { mobile: '+86199****0000' },
};

const registrationOf = (stage: Stage, orderNo: string): ConsigneeRegistration => {
  const { name, mobile, road, building, unitRoom } = stage.person('registered');
  return {
    orderNo,
    contact: { name, mobile },
    address: {
      region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
      road,
      building,
      unitRoom,
      structured: true,
    },
    basis: 'CONTRACT',
  };
};

/** Orders of the platform for one person; not where nothing makes it order. */
async function* orderTwice(stage: Stage): AsyncGenerator<Step, void> {
  if (!stage.offers('ACTIONS')) {
    stage.leaveOut(text('Two orders for one person', '同一人的两个订单'), 'NO_FACILITY');
    return;
  }
  yield step('AWAIT', 'Two orders for one person', '同一人的两个订单');
  for (const _ of [1, 2]) {
    const orderNo = stage.invent.orderNo();
    const started = await act(stage, 'SUBMIT_ORDER', { orderNo, consigneeSeed: 'one-person' });
    if (!isAccepted(started)) return;
    await stage.await(
      {
        operation: 'submitOrder',
        matches: (exchange) => requestOf(exchange)?.orderNo === orderNo,
      },
      stage.run.maxWaitMilliseconds,
    );
    await stage.settle();
    await stage.call('getTestAction', {
      path: { actionId: String(answerOf(started)?.actionId) },
      intent: 'TEST_CONTROL',
      probe: 'reference-result',
    });
  }
}

/** One person of several orders, for several organisations, under references that say nothing of the person. */
export const reference = defineScenario({
  id: 'reference',
  title: text('References to one person', '同一自然人的多个引用'),
  system: 'platform',
  when: { offers: 'registerConsignee' },
  tier: 'W',
  touches: ['CSN-001', 'CSN-002', 'CSN-003', 'CSN-004', 'PRV-004', 'CSN-016', 'ORD-001'],
  run: async function* (stage) {
    yield* orderTwice(stage);
    if (!stage.has('merchant')) {
      stage.leaveOut(text('Registrations of a merchant', '商家登记'), 'NO_FACILITY');
      return;
    }
    yield step('CALL', 'A merchant registers one person', '商家登记同一人');
    const registration = registrationOf(stage, stage.invent.orderNo());
    const first = await stage.callAs('merchant', 'registerConsignee', {
      body: registration,
      intent: 'CONTROL',
      probe: 'reference-registered',
    });
    for (const _ of [1, 2, 3])
      await stage.callAs('merchant', 'registerConsignee', {
        body: registrationOf(stage, stage.invent.orderNo()),
        intent: 'CONTROL',
        probe: 'reference-registered',
      });

    yield step('CALL', 'A reference of another, and one of nobody', '他方引用与不存在的引用');
    const own = await stage.prepare('consignment', { isUnattended: true });
    const foreign = answerOf(first)?.consignee?.consigneeRef;
    if (!('blocked' in own))
      await stage.call('getConsigneeView', {
        path: { consigneeRef: own.consigneeRef },
        intent: 'CONTROL',
        probe: 'reference-own',
      });
    if (typeof foreign === 'string') {
      await stage.call('getConsigneeView', {
        path: { consigneeRef: foreign },
        intent: 'PROBE',
        probe: 'reference-foreign',
      });
      await stage.call('getConsigneeView', {
        path: { consigneeRef: stage.invent.consigneeRef() },
        intent: 'PROBE',
        probe: 'reference-unknown',
      });
    }

    yield step('CALL', 'The same person for the same order again', '同一订单再次登记同一人');
    await stage.callAs('merchant', 'registerConsignee', {
      body: registration,
      intent: 'CONTROL',
      probe: 'reference-again',
    });

    yield step('CALL', 'Masked values where plain ones belong', '明文成员中的掩码值');
    for (const [probe, contact] of Object.entries(MASKED))
      await stage.callAs('merchant', 'registerConsignee', {
        body: { ...registration, contact: { ...registration.contact, ...contact } },
        twinOf: first.seq,
        probe,
      });
    await stage.callAs('merchant', 'registerConsignee', {
      body: { ...registration, address: { ...registration.address, road: '演示路**号' } },
      twinOf: first.seq,
      probe: 'masked-road',
    });
  },
});
