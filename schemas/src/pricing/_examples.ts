import type { Quote } from './quote.ts';
import type { QuoteRequest } from './quote-request.ts';
import type { VasChoice } from './record-vas-choice.ts';
import type { Tariff } from './tariff.ts';
import type { VasOffer } from './vas-offer.ts';

const yuan = (minor: number) => ({ currency: 'CNY', minor });

/** 1.2 kg of goods worth 200 yuan, in a box of 7200 cubic centimetres. */
export const quoteRequest: QuoteRequest = {
  origin: { countryCode: 'CN', regionCode: '210211', regionCodeVersion: 'NBS-2023' },
  destination: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
  weightGrams: 1200,
  dimensions: { lengthMillimetres: 300, widthMillimetres: 200, heightMillimetres: 120 },
  product: 'STANDARD',
  vas: ['INSURE'],
  declaredValue: yuan(20_000),
};

/** What that costs by the tariff below: 1200 g are billed, since the box has a volumetric weight of 1200 g. */
export const quote: Quote = {
  quoteId: '0193a5c0-7d4e-7a11-8c00-0000000000d1',
  status: 'OPEN',
  lines: [
    {
      component: 'FIRST_WEIGHT',
      basis: 'WEIGHT',
      unitGrams: 1000,
      unitPrice: yuan(600),
      amount: yuan(600),
    },
    {
      component: 'CONTINUED_WEIGHT',
      basis: 'WEIGHT',
      unitGrams: 500,
      unitPrice: yuan(100),
      amount: yuan(100),
    },
    { component: 'VAS', basis: 'VALUE', vasCode: 'INSURE', amount: yuan(100) },
  ],
  total: yuan(800),
  validUntilAt: '2026-11-12T09:00:00+08:00',
  minTransitDayCount: 1,
  maxTransitDayCount: 2,
  revision: 1,
  createdAt: '2026-11-11T09:00:00+08:00',
  updatedAt: '2026-11-11T09:00:00+08:00',
};

/** Two zones, the nearer one with a dearer rate above 30 kg. */
export const tariff: Tariff = {
  tariffId: '0193a5c0-7d4e-7a11-8c00-0000000000d2',
  effectiveFromOn: '2026-11-01',
  zones: [
    { zoneCode: 'CITY', regionCodes: ['210200'] },
    { zoneCode: 'PROVINCE', regionCodes: ['210000'] },
  ],
  brackets: [
    {
      zoneCode: 'CITY',
      fromGrams: 0,
      toGrams: 30_000,
      firstGrams: 1000,
      firstPrice: yuan(600),
      stepGrams: 500,
      stepPrice: yuan(100),
    },
    {
      zoneCode: 'CITY',
      fromGrams: 30_000,
      toGrams: 50_000,
      firstGrams: 30_000,
      firstPrice: yuan(6400),
      stepGrams: 1000,
      stepPrice: yuan(300),
    },
    {
      zoneCode: 'PROVINCE',
      fromGrams: 0,
      toGrams: 50_000,
      firstGrams: 1000,
      firstPrice: yuan(900),
      stepGrams: 1000,
      stepPrice: yuan(400),
    },
  ],
  volumetricDivisor: 6000,
  surcharges: [
    { component: 'PACKAGING', packClass: 'A_REUSABLE', amount: yuan(50) },
    { vasCode: 'UPSTAIRS', amount: yuan(200) },
  ],
  isPublic: true,
  revision: 1,
  createdAt: '2026-10-20T09:00:00+08:00',
  updatedAt: '2026-10-20T09:00:00+08:00',
};

/** Insurance for half a per cent of the declared value. */
export const insuranceOffer: VasOffer = {
  vasCode: 'INSURE',
  preconditions: '声明价值不超过 30000 元',
  pricing: 'PER_MILLE',
  perMille: 5,
  refundable: false,
  revision: 1,
  createdAt: '2026-10-20T09:00:00+08:00',
  updatedAt: '2026-10-20T09:00:00+08:00',
};

/** A service that a consumer chose for one package. */
export const vasChoice: VasChoice = {
  vasChoiceId: '0193a5c0-7d4e-7a11-8c00-0000000000d3',
  orderNo: 'SO-20261111-0001',
  packageId: 'P1',
  vasCode: 'INSURE',
  chosenAt: '2026-11-11T09:28:00+08:00',
  price: yuan(100),
  revision: 1,
  createdAt: '2026-11-11T09:30:00+08:00',
  updatedAt: '2026-11-11T09:30:00+08:00',
};
