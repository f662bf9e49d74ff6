import { loadSolver, type MatchInput, matchCapacity } from '@openwaybill/reference/capacity';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestOfEveryFlow } from './every-flow.ts';
import { demand, inputOf, offer } from './small-market.ts';

const highs = await loadSolver();

const briefly = (input: MatchInput) =>
  matchCapacity(highs, input).matches.map(({ offerId, demandId, quantity }) => [
    offerId,
    demandId,
    quantity,
  ]);

describe('who is matched with whom', () => {
  test.each([
    [
      'the same lane',
      {
        offers: [offer({ id: 'o1', lane: [0, 2], quantity: 5 })],
        demands: [demand({ id: 'd1', lane: [0, 2], quantity: 3 })],
        want: [['o1', 'd1', 3]],
      },
    ],
    [
      'the other direction saves nothing',
      {
        offers: [offer({ id: 'o1', lane: [0, 2], quantity: 5 })],
        demands: [demand({ id: 'd1', lane: [2, 0], quantity: 3 })],
        want: [],
      },
    ],
    [
      'nobody is matched with itself, and another takes what is left',
      {
        offers: [{ ...offer({ id: 'o1', lane: [0, 2], quantity: 3 }), party: 'A' }],
        demands: [
          { ...demand({ id: 'd1', lane: [0, 2], quantity: 3 }), party: 'A' },
          { ...demand({ id: 'd2', lane: [0, 2], quantity: 3 }), party: 'B' },
        ],
        want: [['o1', 'd2', 3]],
      },
    ],
    [
      'part of the way is better than none',
      {
        offers: [offer({ id: 'o1', lane: [0, 3], quantity: 5 })],
        demands: [demand({ id: 'd1', lane: [1, 3], quantity: 3 })],
        want: [['o1', 'd1', 3]],
      },
    ],
    [
      'quantity comes before metres, and metres before price',
      {
        offers: [
          offer({ id: 'o1', lane: [0, 3], quantity: 2, minor: 1 }),
          offer({ id: 'o2', lane: [1, 3], quantity: 2, minor: 9 }),
        ],
        demands: [
          demand({ id: 'd1', lane: [0, 3], quantity: 2 }),
          demand({ id: 'd2', lane: [1, 3], quantity: 1 }),
        ],
        want: [
          ['o1', 'd1', 2],
          ['o2', 'd2', 1],
        ],
      },
    ],
    [
      'the cheaper of two alike',
      {
        offers: [
          offer({ id: 'o1', lane: [0, 2], quantity: 5, minor: 8 }),
          offer({ id: 'o2', lane: [0, 2], quantity: 5, minor: 7 }),
        ],
        demands: [demand({ id: 'd1', lane: [0, 2], quantity: 6 })],
        want: [
          ['o2', 'd1', 5],
          ['o1', 'd1', 1],
        ],
      },
    ],
    [
      'the first of two equals',
      {
        offers: [
          offer({ id: 'o2', lane: [0, 2], quantity: 5 }),
          offer({ id: 'o1', lane: [0, 2], quantity: 5 }),
        ],
        demands: [
          demand({ id: 'd2', lane: [0, 2], quantity: 3 }),
          demand({ id: 'd1', lane: [0, 2], quantity: 3 }),
        ],
        want: [
          ['o1', 'd1', 3],
          ['o1', 'd2', 2],
          ['o2', 'd2', 1],
        ],
      },
    ],
    [
      'a price above the highest is no match',
      {
        offers: [offer({ id: 'o1', lane: [0, 2], quantity: 5, minor: 61 })],
        demands: [demand({ id: 'd1', lane: [0, 2], quantity: 3, minor: 60 })],
        want: [],
      },
    ],
    [
      'windows that only touch do not meet',
      {
        offers: [offer({ id: 'o1', lane: [0, 2], quantity: 5, to: '12:00' })],
        demands: [demand({ id: 'd1', lane: [0, 2], quantity: 3, from: '12:00' })],
        want: [],
      },
    ],
    [
      'a city serves its districts, and a district not the city',
      {
        offers: [
          offer({ id: 'o1', area: ['210200'], quantity: 1 }),
          offer({ id: 'o2', area: ['210202'], quantity: 9 }),
        ],
        demands: [
          demand({ id: 'd1', area: ['210203'], quantity: 2 }),
          demand({ id: 'd2', area: ['210200'], quantity: 2 }),
        ],
        want: [['o1', 'd1', 1]],
      },
    ],
  ])('%s', (_title, { offers, demands, want }) =>
    expect(briefly(inputOf(offers, demands))).toEqual(want),
  );

  test('a demand after its deadline takes no part', () => {
    const input = inputOf(
      [offer({ id: 'o1', lane: [0, 2], quantity: 5 })],
      [demand({ id: 'd1', lane: [0, 2], quantity: 3 })],
    );
    expect(briefly({ ...input, at: '2026-11-25T00:00:00+08:00' })).toEqual([]);
  });
});

test('what a match saves is the share of the run that is no longer empty', () => {
  const { matches, totals } = matchCapacity(
    highs,
    inputOf(
      [offer({ id: 'o1', lane: [0, 3], quantity: 4, minor: 20 })],
      [demand({ id: 'd1', lane: [1, 3], quantity: 3 })],
    ),
  );
  expect(matches).toEqual([
    {
      offerId: 'o1',
      demandId: 'd1',
      slotOn: '2026-11-25',
      slotStartsAt: '2026-11-25T08:00:00+08:00',
      slotEndsAt: '2026-11-25T18:00:00+08:00',
      quantity: 3,
      unit: 'PARCEL',
      price: { currency: 'CNY', minor: 20 },
      score: { emptyMetresSaved: 1500, costMinor: 60, serviceRank: 1 },
      demandSlot: { dayOn: '2026-11-25', from: '08:00', to: '18:00', unit: 'PARCEL' },
    },
  ]);
  expect(totals).toEqual({ quantity: 3, emptyMetresBefore: 3000, emptyMetresSaved: 1500 });
});

const lane = fc.constantFrom([0, 2], [0, 3], [1, 3], [1, 2]) as fc.Arbitrary<[number, number]>;
const sketches = (letter: string, count: number, most: number) =>
  fc
    .array(
      fc.record(
        {
          lane,
          quantity: fc.integer({ min: 1, max: most }),
          minor: fc.constantFrom(5, 6),
        },
        { requiredKeys: ['lane', 'quantity'] },
      ),
      { minLength: 1, maxLength: count },
    )
    .map((list) => list.map((sketch, index) => ({ ...sketch, id: `${letter}${index}` })));

describe('of every market', () => {
  test('it is the best of every flow, by the words of its definition', () => {
    fc.assert(
      fc.property(sketches('o', 3, 3), sketches('d', 3, 3), (offers, demands) => {
        const input = inputOf(offers.map(offer), demands.map(demand));
        expect(
          matchCapacity(highs, input).matches.map(({ offerId, demandId, quantity }) => ({
            offerId,
            demandId,
            quantity,
          })),
        ).toEqual(bestOfEveryFlow(input));
      }),
      { numRuns: 400 },
    );
  });

  test('the order of the input does not matter', () => {
    const market = fc.tuple(sketches('o', 30, 9), sketches('d', 30, 9)).chain(([offers, demands]) =>
      fc.record({
        given: fc.constant({ offers, demands }),
        shuffled: fc.record({
          offers: fc.shuffledSubarray(offers, { minLength: offers.length }),
          demands: fc.shuffledSubarray(demands, { minLength: demands.length }),
        }),
      }),
    );
    fc.assert(
      fc.property(market, ({ given, shuffled }) => {
        const [one, other] = [given, shuffled].map(({ offers, demands }) =>
          matchCapacity(highs, inputOf(offers.map(offer), demands.map(demand))),
        );
        expect(other).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  test('no slot gives or takes more than it has', () => {
    fc.assert(
      fc.property(sketches('o', 40, 50), sketches('d', 40, 50), (offers, demands) => {
        const { matches } = matchCapacity(highs, inputOf(offers.map(offer), demands.map(demand)));
        const sumOf = (id: string): number =>
          matches
            .filter(({ offerId, demandId }) => offerId === id || demandId === id)
            .reduce((total, { quantity }) => total + quantity, 0);
        const broken = [...offers, ...demands].filter(({ id, quantity }) => sumOf(id) > quantity);
        expect(broken).toEqual([]);
        expect(matches.every(({ quantity }) => quantity > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
