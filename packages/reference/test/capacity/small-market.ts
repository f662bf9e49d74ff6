import type { DemandTerms, MatchInput, OfferTerms } from '@openwaybill/reference/capacity';

/** Districts on a line, a kilometre apart. */
export const DISTRICTS = ['210202', '210203', '210204', '210211'] as const;
type District = (typeof DISTRICTS)[number];

export const metresBetween = (from: string, to: string): number =>
  1000 * Math.abs(DISTRICTS.indexOf(from as District) - DISTRICTS.indexOf(to as District));

const regionOf = (regionCode: string) => ({
  countryCode: 'CN',
  regionCode,
  regionCodeVersion: 'NBS-2023',
});

type Sketch = {
  readonly id: string;
  readonly lane?: readonly [number, number];
  readonly area?: readonly string[];
  readonly quantity: number;
  readonly minor?: number;
  readonly from?: string;
  readonly to?: string;
};

const termsOf = ({
  lane,
  area,
  quantity,
  minor,
  from = '08:00',
  to = '18:00',
}: Sketch): Omit<OfferTerms, 'offerId'> => ({
  resource: 'LINEHAUL',
  ...(area === undefined
    ? {
        lane: {
          from: regionOf(DISTRICTS[lane?.[0] ?? 0] ?? ''),
          to: regionOf(DISTRICTS[lane?.[1] ?? 0] ?? ''),
        },
      }
    : { area: area.map(regionOf) }),
  slots: [{ dayOn: '2026-11-25', from, to, quantity, unit: 'PARCEL' }],
  ...(minor === undefined ? {} : { price: { currency: 'CNY', minor } }),
});

export const offer = (sketch: Sketch): OfferTerms => ({ offerId: sketch.id, ...termsOf(sketch) });

export const demand = (sketch: Sketch): DemandTerms => ({
  demandId: sketch.id,
  ...termsOf(sketch),
  deadlineAt: '2026-11-25T00:00:00+08:00',
});

export const inputOf = (
  offers: readonly OfferTerms[],
  demands: readonly DemandTerms[],
): MatchInput => ({
  offers,
  demands,
  metresBetween,
  currency: 'CNY',
  at: '2026-11-22T09:00:00+08:00',
});
