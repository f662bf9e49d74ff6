import type { Tariff } from '@openwaybill/schemas';

/** A range of billed weights, above the first number and up to the second, that has no price or more than one. */
export type TariffFinding = {
  readonly kind: 'GAP' | 'OVERLAP' | 'EMPTY_BRACKET' | 'NO_BRACKET';
  readonly zoneCode: string;
  readonly fromGrams: number;
  readonly toGrams: number;
};

type Bracket = Tariff['brackets'][number];

const inZone = (zoneCode: string, brackets: readonly Bracket[]): readonly TariffFinding[] => {
  const own = brackets.filter((bracket) => bracket.zoneCode === zoneCode);
  if (own.length === 0) return [{ kind: 'NO_BRACKET', zoneCode, fromGrams: 0, toGrams: 0 }];
  const findings: TariffFinding[] = own
    .filter(({ fromGrams, toGrams }) => toGrams <= fromGrams)
    .map(({ fromGrams, toGrams }) => ({ kind: 'EMPTY_BRACKET', zoneCode, fromGrams, toGrams }));
  let covered = 0;
  const sound = own
    .filter(({ fromGrams, toGrams }) => toGrams > fromGrams)
    .toSorted((a, b) => a.fromGrams - b.fromGrams || a.toGrams - b.toGrams);
  for (const { fromGrams, toGrams } of sound) {
    if (fromGrams > covered)
      findings.push({ kind: 'GAP', zoneCode, fromGrams: covered, toGrams: fromGrams });
    if (fromGrams < covered)
      findings.push({
        kind: 'OVERLAP',
        zoneCode,
        fromGrams,
        toGrams: Math.min(covered, toGrams),
      });
    covered = Math.max(covered, toGrams);
  }
  return findings;
};

/** Where the brackets of a zone overlap or leave gaps, from 0 to the heaviest weight that the zone has a price for. */
export const checkTariff = ({
  zones,
  brackets,
}: Pick<Tariff, 'zones' | 'brackets'>): readonly TariffFinding[] =>
  zones.flatMap(({ zoneCode }) => inZone(zoneCode, brackets));
