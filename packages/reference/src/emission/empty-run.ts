import type { TransportLegReport } from '@openwaybill/schemas';

/** What the check of empty running reads of a leg. */
export type RunLeg = Pick<
  TransportLegReport,
  'distanceMetres' | 'emptyMetres' | 'payloadGrams' | 'loadFactorPercent' | 'parcels'
>;

/** What does not fit together in a leg, and where. Only the first is an error on the wire. */
export type RunFinding = {
  readonly pointer: '/emptyMetres' | '/loadFactorPercent';
  readonly rule:
    | 'empty-beyond-distance'
    | 'empty-but-loaded'
    | 'loaded-but-empty'
    | 'load-of-nothing';
};

/** What a leg says of its empty metres that its load belies. */
export const emptyRunFindings = (leg: RunLeg): readonly RunFinding[] => {
  const { distanceMetres, emptyMetres, payloadGrams, loadFactorPercent, parcels } = leg;
  const isLoaded = payloadGrams > 0 || parcels.length > 0;
  const findings: RunFinding[] = [];
  if (emptyMetres > distanceMetres)
    findings.push({ pointer: '/emptyMetres', rule: 'empty-beyond-distance' });
  else if (isLoaded && emptyMetres === distanceMetres)
    findings.push({ pointer: '/emptyMetres', rule: 'empty-but-loaded' });
  else if (!isLoaded && emptyMetres < distanceMetres)
    findings.push({ pointer: '/emptyMetres', rule: 'loaded-but-empty' });
  if (!isLoaded && loadFactorPercent > 0)
    findings.push({ pointer: '/loadFactorPercent', rule: 'load-of-nothing' });
  return findings;
};

/** Of a thousand metres of these legs, those without load; rounded down, 0 of no leg. */
export const emptyPerMilleOf = (
  legs: readonly Pick<RunLeg, 'distanceMetres' | 'emptyMetres'>[],
): number => {
  const all = legs.reduce((sum, leg) => sum + BigInt(leg.distanceMetres), 0n);
  const empty = legs.reduce((sum, leg) => sum + BigInt(leg.emptyMetres), 0n);
  return all === 0n ? 0 : Number((empty * 1000n) / all);
};
