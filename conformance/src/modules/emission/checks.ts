import { blocked, type CaseJudge, checkOf, demand, unchanged } from '../../checks/check.ts';
import { SAID } from '../../checks/sayings.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Check, Finding, Text } from '../../words.ts';
import { parcelsOf } from './parcels-of.ts';

/** Where all parcels of a leg are read, their shares add up to it: in grams, exactly. */
const addsUp: CaseJudge = (seen) =>
  seen
    .probe('emission-leg')
    .filter(isAccepted)
    .flatMap((leg): readonly Finding[] => {
      const { legId, co2eGrams } = answerOf(leg) ?? {};
      const footprints = seen.probe('emission-footprint').filter(isAccepted);
      const shares = footprints.flatMap((one) => {
        const legs: unknown = answerOf(one)?.legs;
        return (Array.isArray(legs) ? legs : []).filter((share) => share?.legId === legId);
      });
      const parcels = parcelsOf(leg);
      if (parcels.length === 0 || shares.length !== parcels.length) return [];
      const isWhole = [co2eGrams, ...shares.map((share) => share.co2eGrams)].every(
        Number.isSafeInteger,
      );
      const total = isWhole ? shares.reduce((sum, one) => sum + BigInt(one.co2eGrams), 0n) : -1n;
      return [
        demand(
          isWhole && total === BigInt(co2eGrams),
          [leg, ...footprints],
          { en: 'shares whose sum is the emission of the leg', zh: '总和等于航段排放的各份额' },
          SAID.anotherSum,
          { pointer: '/legs', surface: 'body' },
        ),
      ];
    });

const legs =
  (
    isRight: (leg: ReturnType<typeof answerOf>) => boolean,
    wanted: Text,
    pointer: string,
  ): CaseJudge =>
  (seen) =>
    seen
      .probe('emission-leg')
      .filter(isAccepted)
      .map((exchange) =>
        demand(
          isRight(answerOf(exchange)),
          exchange,
          wanted,
          { en: 'another leg', zh: '另一航段' },
          {
            pointer,
            surface: 'body',
          },
        ),
      );

/** The leg that was reported and corrected is shown as it was before. */
const legStays =
  (after: string, shownBefore = 'emission-leg-before'): CaseJudge =>
  (seen) => {
    const before = seen.one(shownBefore);
    const corrected = seen.one('emission-corrected');
    if (before === undefined || corrected === undefined) return undefined;
    const { legId, reportRevision } = answerOf(before) ?? {};
    const wanted = requestOf(corrected);
    return legId === wanted?.legId && reportRevision === wanted?.reportRevision
      ? unchanged(shownBefore, after)(seen)
      : blocked(before, 'STATE_NOT_REACHED');
  };

const NEW_ENERGY: readonly unknown[] = ['BEV', 'PHEV', 'FCEV'];

/** Of a thousand vehicles those of new energy, rounded down; `undefined` where the rows hold no numbers. */
const shareOf = (rows: unknown): bigint | undefined => {
  const counted: readonly { readonly energy?: unknown; readonly vehicleCount?: unknown }[] =
    Array.isArray(rows) ? rows : [];
  if (!counted.every((row) => Number.isSafeInteger(row?.vehicleCount))) return undefined;
  const sum = (some: typeof counted) =>
    some.reduce((total, { vehicleCount }) => total + BigInt(vehicleCount as number), 0n);
  const all = sum(counted);
  return all === 0n
    ? 0n
    : (sum(counted.filter(({ energy }) => NEW_ENERGY.includes(energy))) * 1000n) / all;
};

const fleetShares: CaseJudge = (seen) =>
  seen.served('reportFleetEnergy').map((exchange) => {
    const { rows, newEnergyPerMille } = requestOf(exchange) ?? {};
    const share = shareOf(rows);
    return demand(
      share !== undefined && String(share) === String(newEnergyPerMille),
      exchange,
      { en: 'the share that follows from the rows', zh: '由各行得出的占比' },
      { en: 'another share', zh: '另一占比' },
      { pointer: '/newEnergyPerMille', surface: 'body' },
    );
  });

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** What the module demands beyond the shape of its messages. */
export const emissionChecks: readonly Check[] = [
  checkOf('EMI-001', { 'emission-shares': addsUp }),
  checkOf('EMI-002', {
    'emission-method': legs(
      (leg) => isText(leg?.method?.code) && isText(leg?.method?.version),
      { en: 'a method with its version', zh: '方法及其版本' },
      '/method',
    ),
  }),
  checkOf('EMI-003', {
    'emission-empty-run': legs(
      (leg) => leg?.emptyMetres <= leg?.distanceMetres,
      { en: 'no more empty metres than metres', zh: '空驶米数不超过总米数' },
      '/emptyMetres',
    ),
    'emission-load': legs(
      (leg) => leg?.loadFactorPercent <= 100,
      { en: 'a load of 100 percent at most', zh: '载荷率至多 100%' },
      '/loadFactorPercent',
    ),
  }),
  checkOf('EMI-004', { 'emission-fleet': { judge: fleetShares, needs: 'ACTIONS' } }),
  checkOf('EMI-005', {
    'emission-equal': legStays('emission-leg-after-equal'),
    'emission-older': legStays('emission-leg-after-older'),
    'emission-verified': {
      judge: legStays('emission-leg-after-verified', 'emission-leg-verified'),
      optional: true,
    },
  }),
];
