import { inventMobile, phone1 } from '@openwaybill/privacy';
import type { OrderSubmission } from '@openwaybill/schemas';
import type { Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';

/** Rare characters, one for each side: a name of theirs is found by its second character. */
const CONSIGNEE = '龘**';
const SENDER = '靐**';

const contact = (stage: Stage, nameMasked: string) => ({
  nameMasked,
  phoneMasked: phone1(inventMobile(stage.random)),
});

/** A person sends to a person; goods with a title, a price and a remark of their own. */
export const orderForLabel = (stage: Stage): OrderSubmission => {
  const example = stage.invent.order();
  const [first] = stage.invent.package().items;
  if (first === undefined) throw new Error('the example of a package has an item');
  const unitPrice = { currency: 'CNY' as const, minor: 8_642_397 };
  const item = { ...first, name: `面单检测专用商品 ${stage.invent.uuid()}`, unitPrice };
  return {
    ...example,
    shipper: {
      kind: 'PERSON',
      consignorRef: stage.invent.consigneeRef(),
      contactMasked: contact(stage, SENDER),
      addressMasked: example.consignee.addressMasked,
    },
    consignee: { ...example.consignee, contactMasked: contact(stage, CONSIGNEE) },
    packages: [stage.invent.package({ items: [item] })],
  };
};

/** A label in these formats, read as a stranger reads it. */
const readLabels = async (
  stage: Stage,
  waybillNo: string,
  formats: readonly string[],
  probe: string,
): Promise<void> => {
  for (const format of formats)
    await stage.call('getWaybillLabel', {
      path: { waybillNo },
      query: { format },
      intent: 'PROBE',
      probe,
      readsLabel: true,
    });
};

/** What stands on a label, in its codes and beside them. */
export const labelPrivacy = defineScenario({
  id: 'label-privacy',
  title: text('What a label tells', '面单所示内容'),
  system: 'courier',
  when: { offers: 'getWaybillLabel' },
  tier: 'W',
  touches: ['LBL-001', 'LBL-002', 'LBL-003', 'LBL-004', 'LBL-005', 'WBL-007'],
  run: async function* (stage) {
    yield step('PREPARE', 'A person sends to a person', '个人寄给个人');
    const waybill = await stage.prepare('waybill', { order: orderForLabel(stage) });
    if ('blocked' in waybill) return;
    yield step('CALL', 'The label in every claimed format', '以所声明的各格式获取面单');
    await readLabels(
      stage,
      waybill.waybillNo,
      stage.claim.document.labelFormats ?? [],
      'label-privacy',
    );
  },
});

/** What is printed while the orders cannot be asked. */
export const labelDegraded = defineScenario({
  id: 'label-degraded',
  title: text('A label during an interruption', '中断期间的面单'),
  system: 'courier',
  when: { offers: 'getWaybillLabel' },
  tier: 'C',
  needs: ['INTERRUPTIONS', 'CLOCK'],
  movesClock: true,
  touches: ['LBL-006', 'WBL-007'],
  run: async function* (stage) {
    const waybill = await stage.prepare('waybill', { order: orderForLabel(stage) });
    if ('blocked' in waybill) return;
    yield step('CALL', 'Orders cannot be asked', '订单模块中断');
    const outage = await stage.call('startTestInterruption', {
      body: { noticeClass: 'UNPLANNED', modules: ['order'], duration: 'PT1H' },
      intent: 'TEST_CONTROL',
    });
    if (!isAccepted(outage)) return;
    await stage.settle();
    const formats = stage.claim.document.labelFormats ?? [];
    const kinds = new Map(formats.map((format) => [format.split('_')[0], format]));
    await readLabels(stage, waybill.waybillNo, [...kinds.values()], 'label-degraded');
    yield step('ADVANCE', 'The interruption ends', '中断结束');
    await stage.advance('PT2H');
    await stage.settle();
  },
});
