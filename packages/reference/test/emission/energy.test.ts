import { codesOf, EnergyType, type FleetRow } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultEmissionOf,
  emptyPerMilleOf,
  emptyRunFindings,
  fleetShareOf,
  type RunLeg,
} from '../../src/emission/index.ts';

type Energy = FleetRow['energy'];
const fleetOf = (...energies: Energy[]) => energies.map((energy) => ({ energy }));

describe('a fleet', () => {
  test.each<[string, { given: Energy[]; want: number }]>([
    ['without a vehicle has no new energy', { given: [], want: 0 }],
    [
      'of three kinds of new energy has nothing else',
      { given: ['BEV', 'PHEV', 'FCEV'], want: 1000 },
    ],
    ['has its share rounded down', { given: ['BEV', 'BEV', 'DIESEL'], want: 666 }],
    [
      'of clean vehicles that are no new-energy ones has none',
      { given: ['HUMAN', 'RAIL_ELECTRIC', 'LNG'], want: 0 },
    ],
  ])('%s', (_title, { given, want }) =>
    expect(fleetShareOf(fleetOf(...given)).newEnergyPerMille).toBe(want),
  );

  test('has one row for each of its energies', () => {
    expect(fleetShareOf(fleetOf('DIESEL', 'BEV', 'DIESEL')).rows).toEqual([
      { energy: 'DIESEL', vehicleCount: 2 },
      { energy: 'BEV', vehicleCount: 1 },
    ]);
  });

  test('of any vehicles makes a report that the rules accept', () => {
    const energyOf = fc.constantFrom(...(Object.keys(codesOf(EnergyType)) as Energy[]));
    fc.assert(
      fc.property(fc.array(energyOf, { minLength: 1, maxLength: 50 }), (energies) => {
        const report = {
          period: { fromOn: '2026-11-01', toOn: '2026-11-30' },
          regionCode: '210200',
          regionCodeVersion: 'NBS-2023',
          ...fleetShareOf(fleetOf(...energies)),
        };
        expect(judge('FleetEnergyReport', report)).toMatchObject({ ok: true });
      }),
    );
  });
});

const loaded: RunLeg = {
  distanceMetres: 386_000,
  emptyMetres: 12_000,
  payloadGrams: 4000,
  loadFactorPercent: 71,
  parcels: [{ waybillNo: 'ZZ010000000016', weightGrams: 4000 }],
};
const empty: RunLeg = {
  distanceMetres: 386_000,
  emptyMetres: 386_000,
  payloadGrams: 0,
  loadFactorPercent: 0,
  parcels: [],
};

describe('of an empty run', () => {
  test.each<[string, { given: RunLeg; want: string[] }]>([
    ['a loaded leg with some empty metres is sound', { given: loaded, want: [] }],
    ['a leg that is all empty is sound', { given: empty, want: [] }],
    [
      'more empty metres than metres are found',
      { given: { ...loaded, emptyMetres: 386_001 }, want: ['empty-beyond-distance'] },
    ],
    [
      'parcels on a leg that was all empty are found',
      { given: { ...loaded, emptyMetres: 386_000 }, want: ['empty-but-loaded'] },
    ],
    [
      'metres of no load that are not empty are found',
      { given: { ...empty, emptyMetres: 1 }, want: ['loaded-but-empty'] },
    ],
    [
      'a load factor of nothing is found',
      { given: { ...empty, loadFactorPercent: 1 }, want: ['load-of-nothing'] },
    ],
  ])('%s', (_title, { given, want }) =>
    expect(emptyRunFindings(given).map(({ rule }) => rule)).toEqual(want),
  );

  test.each<[string, { given: RunLeg[]; want: number }]>([
    ['no leg has no share', { given: [], want: 0 }],
    ['two legs have that of their metres together', { given: [loaded, empty], want: 515 }],
  ])('%s', (_title, { given, want }) => expect(emptyPerMilleOf(given)).toBe(want));
});

describe('by default factors', () => {
  test.each<[string, { energy: Energy; wattHours: number; want: number | undefined }]>([
    ['a megawatt-hour of diesel is 266.76 kg', { energy: 'DIESEL', wattHours: 1e6, want: 266_760 }],
    ['a part of a gram is a gram', { energy: 'BEV', wattHours: 1, want: 1 }],
    ['nothing used is nothing emitted', { energy: 'BEV', wattHours: 0, want: 0 }],
    ['people emit nothing', { energy: 'HUMAN', wattHours: 5000, want: 0 }],
    ['hydrogen has no factor', { energy: 'FCEV', wattHours: 1, want: undefined }],
  ])('%s', (_title, { energy, wattHours, want }) =>
    expect(defaultEmissionOf(energy, wattHours)).toBe(want),
  );
});
