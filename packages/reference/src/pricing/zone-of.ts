import type { Region, Tariff } from '@openwaybill/schemas';

/** The code itself, then the city and the province that it is in. */
const wider = (code: string): readonly string[] => [
  code,
  `${code.slice(0, 4)}00`,
  `${code.slice(0, 2)}0000`,
];

/** The zone of a destination, by the narrowest region that the tariff lists. */
export const zoneOf = (
  { zones }: Pick<Tariff, 'zones'>,
  { regionCode }: Pick<Region, 'regionCode'>,
): string | undefined => {
  if (regionCode === undefined) return undefined;
  for (const code of wider(regionCode)) {
    const zone = zones.find(({ regionCodes }) => regionCodes.includes(code));
    if (zone !== undefined) return zone.zoneCode;
  }
  return undefined;
};
