import { alterAnswers, alterLifecycle, alterOwnCalls, withMember } from '../../faults/bend.ts';
import type { Fault } from '../../words.ts';

const courier = { kind: 'hand', role: 'courier' } as const;

/** Alters the legs that a courier shows. */
const legShown = (path: readonly string[], change: (old: number) => unknown) =>
  alterAnswers(
    'courier',
    ({ status, body }) =>
      status === 200 ? { body: withMember(body, path, (old) => change(Number(old))) } : undefined,
    ['getTransportLeg'],
  );

/** Faults of module `emission`. */
export const emissionFaults: readonly Fault[] = [
  {
    ...courier,
    id: 'share-rounded-up',
    title: { en: 'rounds every share up', zh: '各份额一律进位' },
    violates: ['EMI-001'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200 && body?.legs?.length > 0
          ? {
              body: {
                ...body,
                legs: body.legs.map((leg: { readonly co2eGrams: number }) => ({
                  ...leg,
                  co2eGrams: leg.co2eGrams + 1,
                })),
                totalCo2eGrams: body.totalCo2eGrams + body.legs.length,
              },
            }
          : undefined,
      ['getParcelFootprint'],
    ),
  },
  {
    ...courier,
    id: 'method-without-version',
    title: { en: 'does not say which version of a method', zh: '未注明核算方法版本' },
    violates: ['EMI-002', 'DSC-021'],
    bend: legShown(['method', 'version'], () => undefined),
  },
  {
    ...courier,
    id: 'emptier-than-long',
    title: { en: 'more empty metres than metres', zh: '空驶里程超过总里程' },
    violates: ['EMI-003', 'DSC-021'],
    bend: legShown(['emptyMetres'], () => 99_999_999),
  },
  {
    kind: 'hand',
    role: 'hub',
    id: 'older-report-taken',
    title: { en: 'takes an older report of a leg', zh: '接受航段的旧版上报' },
    violates: ['EMI-005'],
    bend: alterLifecycle('transport-leg', (rows) =>
      rows.map(({ guard, ...row }) =>
        guard === undefined || guard.name === 'NEWER_REPORT' ? row : { ...row, guard },
      ),
    ),
  },
  {
    kind: 'hand',
    role: 'hub',
    id: 'verified-leg-replaced',
    title: { en: 'replaces a leg that is verified', zh: '已核验的航段被替换' },
    violates: ['EMI-005', 'DSC-028'],
    bend: alterLifecycle('transport-leg', (rows) => [
      {
        kind: 'command',
        on: 'report-transport-leg',
        from: ['VERIFIED'],
        to: 'REPORTED',
      },
      ...rows,
    ]),
  },
  {
    ...courier,
    id: 'new-energy-overstated',
    title: { en: 'reports more new energy than its rows', zh: '虚报新能源占比' },
    violates: ['EMI-004', 'DSC-023'],
    bend: alterOwnCalls('reportFleetEnergy', (body) =>
      withMember(body, ['newEnergyPerMille'], (share) => share + 1),
    ),
  },
];
