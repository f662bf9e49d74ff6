import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf } from '../../transcript/body.ts';
import { registrationOf } from '../views/registration.ts';

/** Digits where a name, an address or a note belongs, in the scripts in which they are written. */
export const DIGIT_RUNS: Readonly<Record<string, string>> = {
  'digits-plain': '19900000000',
  'digits-dashed': '199-0000-0000',
  'digits-wide': '１９９００００００００',
  'digits-chinese': '一九九零零零零零零零零',
};
const UNPARSED_UNIT = '501室';

/** A merchant registers what no plain member takes, and an address that nobody has cut into levels. */
export const plainInput = defineScenario({
  id: 'plain-input',
  title: text('What a plain member refuses', '明文成员拒收的内容'),
  system: 'platform',
  when: { offers: 'registerConsignee' },
  tier: 'W',
  touches: ['PRV-005', 'PRV-006'],
  run: async function* (stage) {
    if (!stage.has('merchant')) {
      stage.leaveOut(text('Registrations of a merchant', '商家登记'), 'NO_FACILITY');
      return;
    }
    yield step('CALL', 'A person is registered', '登记一人');
    const right = registrationOf(stage, 'plain-input');
    const twin = await stage.callAs('merchant', 'registerConsignee', {
      body: right,
      intent: 'CONTROL',
    });

    yield step('CALL', 'Digits in a note, a name and a road', '备注、姓名与道路中的数字串');
    for (const [probe, digits] of Object.entries(DIGIT_RUNS))
      for (const [member, change] of [
        ['note', { deliveryNote: `请致电${digits}` }],
        ['name', { contact: { ...right.contact, name: `${right.contact.name}${digits}` } }],
        ['road', { address: { ...right.address, road: `${right.address.road}${digits}` } }],
      ] as const)
        await stage.callAs('merchant', 'registerConsignee', {
          body: { ...right, orderNo: stage.invent.orderNo(), ...change },
          twinOf: twin.seq,
          probe: `${member}-${probe}`,
        });

    yield step('CALL', 'An address in free text', '未结构化的地址');
    const { region, road, building } = right.address;
    const registered = await stage.callAs('merchant', 'registerConsignee', {
      body: {
        ...right,
        orderNo: stage.invent.orderNo(),
        address: { region, road: `${road}${building}${UNPARSED_UNIT}`, structured: false },
      },
      intent: 'CONTROL',
      probe: 'unparsed-registered',
    });
    const consigneeRef = answerOf(registered)?.consignee?.consigneeRef;
    if (typeof consigneeRef === 'string')
      await stage.callAs('merchant', 'getConsigneeView', {
        path: { consigneeRef },
        intent: 'PROBE',
        probe: 'unparsed-viewed',
      });
  },
});
