/** The region of everything, wherever it was: what cannot be placed counts here alone. */
export const EVERYWHERE = '000000';

/** What is known to be in a region and in none of its parts; never published, since it can be subtracted. */
export const restOf = (region: string): string => `${region}~`;

/**
 * Every cell that a fact of a region counts in, the narrowest first: district, prefecture, province, everywhere
 * (GB/T 2260). A fact without a district counts in the rest of its prefecture, so that parts and rest are the whole.
 */
export const levelsOf = (region: string | undefined): readonly string[] => {
  if (region === undefined || region === EVERYWHERE) return [restOf(EVERYWHERE), EVERYWHERE];
  const province = `${region.slice(0, 2)}0000`;
  const prefecture = `${region.slice(0, 4)}00`;
  if (region === province) return [restOf(province), province, EVERYWHERE];
  if (region === prefecture) return [restOf(prefecture), prefecture, province, EVERYWHERE];
  return [region, prefecture, province, EVERYWHERE];
};

/** The region that a region is a part of; `undefined` for everywhere. */
export const wholeOf = (region: string): string | undefined => {
  if (region.endsWith('~')) return region.slice(0, -1);
  const [, wider] = levelsOf(region).filter((level) => !level.endsWith('~'));
  return region === EVERYWHERE ? undefined : wider;
};
