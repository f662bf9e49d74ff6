import { exampleBody } from '../../drive/example.ts';
import { scan } from '../../drive/scan.ts';
import type { Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';

/** What a parcel was ordered by: quote, order and waybill. */
export type Quoted = {
  readonly quoteId: string;
  readonly orderNo: string;
  readonly waybillNo: string;
};

/**
 * A waybill of an order that names a fresh quote for exactly what it is. The weight tells the quotes of scenarios apart.
 */
export const quotedWaybill = async (
  stage: Stage,
  weightGrams: number,
  probe: string,
): Promise<Quoted | undefined> => {
  const base = stage.invent.order();
  const [item] = base.packages;
  const { regionCode, regionCodeVersion } = base.consignee.addressMasked;
  const origin = base.shipper.pickupAddress?.region;
  if (item === undefined || origin === undefined) return undefined;
  const { vas: _vas, declaredValue: _value, ...request } = exampleBody('createQuote');
  const quoted = await stage.call('createQuote', {
    body: {
      ...request,
      origin,
      destination: { countryCode: 'CN', regionCode, regionCodeVersion },
      product: base.service.product,
      weightGrams,
      ...(item.dimensions === undefined ? {} : { dimensions: item.dimensions }),
    },
    probe: `${probe}-quote`,
  });
  if (!isAccepted(quoted)) return undefined;
  const quoteId = String(answerOf(quoted)?.quoteId);
  const made = await stage.prepare('waybill', {
    order: { ...base, quoteId, packages: [{ ...item, weightGrams }] },
  });
  return 'blocked' in made
    ? undefined
    : { quoteId, orderNo: made.orderNo, waybillNo: made.waybillNo };
};

/** An order by a quote is carried, and its charges are read. */
export const quotedOrder = defineScenario({
  id: 'pricing-quoted-order',
  title: text('A quote is honoured', '报价兑现'),
  system: 'courier',
  when: { all: [{ claims: 'pricing' }, { claims: 'settlement' }] },
  tier: 'C',
  needs: ['SCANS'],
  touches: ['PRC-004', 'PRC-007', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'An order by a quote', '按报价下单');
    const quoted = await quotedWaybill(stage, 1234, 'pricing-honoured');
    if (quoted === undefined) return;
    await stage.call('getQuote', {
      path: { quoteId: quoted.quoteId },
      probe: 'pricing-quote-used',
    });
    yield step('CALL', 'It is picked up as it was said to be', '按申报揽收');
    await scan(stage, quoted.waybillNo, 'PICKED_UP');
    await stage.settle();
    await stage.call('listChargeAdvices', {
      query: { limit: '200' },
      probe: 'pricing-honoured-advices',
    });
  },
});
