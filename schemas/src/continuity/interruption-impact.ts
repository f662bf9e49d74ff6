import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Whole } from '../define/index.ts';
import { smallImpact } from './_examples.ts';

/** How much an interruption is expected to touch. */
export const InterruptionImpact = Closed(
  'InterruptionImpact',
  { en: 'Impact of an interruption', zh: '中断影响' },
  { en: 'How much it is expected to touch.', zh: '预计影响的规模。' },
  {
    ordersPerHourCount: Whole(
      0,
      1_000_000_000,
      { en: 'Orders per hour', zh: '每小时订单数' },
      { en: 'Orders in an hour of that time.', zh: '该时段每小时的订单数。' },
    ),
    parcelsInFlightCount: Whole(
      0,
      1_000_000_000,
      { en: 'Parcels in flight', zh: '在途包裹数' },
      { en: 'Parcels that are on their way at its start.', zh: '中断开始时在途的包裹数。' },
    ),
    counterpartyCount: Whole(
      0,
      1_000_000,
      { en: 'Counterparties', zh: '对手方数' },
      { en: 'Organisations that it touches.', zh: '所涉组织数。' },
    ),
  },
);
export type InterruptionImpact = Static<typeof InterruptionImpact>;

/** The impact, with its examples. */
export const interruptionImpactMessage = defineMessage({
  schema: InterruptionImpact,
  requirements: [],
  examples: {
    valid: { 'three counterparties': smallImpact },
    invalid: {
      'parcels are not counted': {
        value: { ordersPerHourCount: 1200, counterpartyCount: 3 },
        breaks: { pointer: '', rule: 'required' },
      },
      'half an order': {
        value: { ...smallImpact, ordersPerHourCount: 0.5 },
        breaks: { pointer: '/ordersPerHourCount', rule: 'type' },
      },
    },
  },
});
