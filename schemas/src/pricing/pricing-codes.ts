import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { quoteLifecycle } from './quote-lifecycle.ts';

/** States of a quote. */
export const QuoteStatus = statesAsCodes('QuoteStatus', quoteLifecycle);

/** The same in a quote, in a charge advice and in a statement, so that the three can be compared. */
export const ChargeComponent = defineCodeList({
  name: 'ChargeComponent',
  version: '2026-11',
  title: { en: 'Component of a charge', zh: '费用构成' },
  description: { en: 'What a line of a charge is for.', zh: '费用明细的用途。' },
  growth: 'closed',
  codes: {
    FIRST_WEIGHT: { en: 'First weight', zh: '首重' },
    CONTINUED_WEIGHT: { en: 'Continued weight', zh: '续重' },
    SURCHARGE: { en: 'Surcharge', zh: '附加费' },
    VAS: { en: 'Value-added service', zh: '增值' },
    PACKAGING: { en: 'Packaging', zh: '包装' },
    TAX: { en: 'Tax', zh: '税' },
  },
});

/** What a line of a quote was measured by. */
export const ChargeBasis = defineCodeList({
  name: 'ChargeBasis',
  version: '2026-11',
  title: { en: 'Basis of a charge', zh: '计费依据' },
  description: {
    en: 'What the amount of a line was computed from.',
    zh: '费用明细金额的计算依据。',
  },
  growth: 'closed',
  codes: {
    WEIGHT: { en: 'Weight', zh: '重量' },
    VOLUMETRIC: { en: 'Volumetric weight', zh: '体积' },
    PIECE: { en: 'Piece', zh: '件' },
    VALUE: { en: 'Value', zh: '价值' },
  },
});

/** How an offer of a service is priced. */
export const VasPricing = defineCodeList({
  name: 'VasPricing',
  version: '2026-11',
  title: { en: 'Pricing of a service', zh: '增值服务计价方式' },
  description: {
    en: 'Whether a service costs the same each time or a share of the declared value.',
    zh: '增值服务按固定金额或按声明价值比例计费。',
  },
  growth: 'closed',
  codes: {
    FLAT: { en: 'Flat', zh: '固定' },
    PER_MILLE: { en: 'Per mille of the declared value', zh: '千分比' },
  },
});
