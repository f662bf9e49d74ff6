import type { ConsigneeRegistration } from '@openwaybill/schemas';
import type { Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';

const REGION = {
  countryCode: 'CN',
  regionCode: '210211',
  regionCodeVersion: 'NBS-2023',
  provinceName: '辽宁省',
  cityName: '大连市',
  districtName: '甘井子区',
  townName: '凌水街道',
};

/** Names of which a mask must show nothing, or no more than their first letter, and never throw. */
const ODD_NAMES = ['王', 'J', '😀小明', '1小明', '-张三', 'محمد علي', `王${'小'.repeat(39)}`];

/** Numbers whose shape is another than that of a mobile. */
const ODD_PHONES = [
  { landline: '+861000000066' },
  { landline: '+8657100000066' },
  { mobile: '+85200000067' },
  { mobile: '+14155550142' },
] as const;

const registrationOf = (
  stage: Stage,
  contact: ConsigneeRegistration['contact'],
  address: Partial<ConsigneeRegistration['address']> = {},
): ConsigneeRegistration => ({
  orderNo: stage.invent.orderNo(),
  contact,
  address: { region: REGION, road: '虚构路12号', structured: true, ...address },
  basis: 'CONTRACT',
});

/** People of every kind, given to a platform in plain, and what it shows of them. */
export const leakMasks = defineScenario({
  id: 'leak-masks',
  title: text('What a platform shows of people', '平台展示的个人信息'),
  system: 'platform',
  when: { offers: 'registerConsignee' },
  tier: 'W',
  touches: ['MSK-001', 'MSK-002', 'MSK-003', 'MSK-005', 'MSK-006', 'MSK-007', 'MSK-008'],
  run: async function* (stage) {
    if (!stage.has('merchant')) {
      stage.leaveOut(text('Registrations of a merchant', '商家登记'), 'NO_FACILITY');
      return;
    }
    const register = (probe: string, body: ConsigneeRegistration) =>
      stage.callAs('merchant', 'registerConsignee', { body, probe, intent: 'CONTROL' });

    yield step('CALL', 'A person, and two views of the same', '登记一人并读取两次');
    const { name, mobile, road, building, unitRoom, note } = stage.person('shown');
    const registered = await register('mask-person', {
      ...registrationOf(stage, { name, mobile }, { road, building, unitRoom }),
      deliveryNote: note,
    });
    const consigneeRef = answerOf(registered)?.consignee?.consigneeRef;
    if (!isAccepted(registered) || typeof consigneeRef !== 'string') return;
    for (const _ of [1, 2])
      await stage.callAs('merchant', 'getConsigneeView', {
        path: { consigneeRef },
        probe: 'mask-again',
      });

    yield step('CALL', 'Names of two, three and four letters', '两字、三字、四字姓名');
    const [surname = '', second = '', third = ''] = stage.person('of some letters').name;
    for (const letters of [
      surname + second,
      surname + second + third,
      surname + third + second + third,
    ])
      await register('mask-name', registrationOf(stage, { name: letters, mobile }));

    yield step('CALL', 'What no mask can take apart', '无法解析的输入');
    for (const odd of ODD_NAMES)
      await register('mask-odd-name', registrationOf(stage, { name: odd, mobile }));
    for (const odd of ODD_PHONES)
      await register('mask-odd-phone', registrationOf(stage, { name, ...odd }));

    yield step('CALL', 'Addresses that differ below what is shown', '仅在遮蔽部分不同的地址');
    await register('mask-address', registrationOf(stage, { name, mobile }));
    await register(
      'mask-address',
      registrationOf(stage, { name, mobile }, { road, building, unitRoom }),
    );
  },
});
