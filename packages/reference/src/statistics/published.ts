import { indicatorEntry } from '@openwaybill/schemas';
import { type DisclosableCell, roundedCount, type Sum, withheldOf } from './disclosure.ts';
import { type Figure, INDICATOR_CODES } from './figures.ts';
import { periodKey } from './observation.ts';
import { periodAround } from './period.ts';
import { EVERYWHERE, wholeOf } from './region-level.ts';

/** A figure as it is published: a value, or the mark that it is withheld. */
export type PublishedFigure = CubeCell & {
  readonly value?: number;
  readonly suppressed: boolean;
};

/** The place of a cell in a cube. */
export type CubeCell = Pick<Figure, 'indicator' | 'period' | 'region'>;

/** The name of a cell among those of its cube. */
export const cellKey = ({ indicator, period, region }: CubeCell): string =>
  `${indicator} ${periodKey(period)} ${region}`;

const isRest = ({ region }: Pick<Figure, 'region'>): boolean => region.endsWith('~');

const grouped = (
  figures: readonly CubeCell[],
  totalOf: (figure: CubeCell) => string | undefined,
): readonly Sum[] => {
  const parts = new Map<string, string[]>();
  for (const figure of figures) {
    const total = totalOf(figure);
    if (total === undefined) continue;
    const known = parts.get(total);
    if (known === undefined) parts.set(total, [cellKey(figure)]);
    else known.push(cellKey(figure));
  }
  return [...parts].map(([total, keys]) => ({ total, parts: keys }));
};

/** Regions add up to the region around them; days to months, months to years, where those are published too. */
export const cubeSums = (figures: readonly CubeCell[]): readonly Sum[] => {
  const kinds = new Set(figures.map(({ period }) => period.kind));
  const widerOf = ({ kind }: CubeCell['period']) =>
    (kind === 'DAY' && kinds.has('MONTH') && 'MONTH') ||
    (kind !== 'YEAR' && kinds.has('YEAR') && 'YEAR') ||
    undefined;
  return [
    ...grouped(figures, (figure) => {
      const region = wholeOf(figure.region);
      return region === undefined ? undefined : cellKey({ ...figure, region });
    }),
    ...grouped(figures, (figure) => {
      const kind = widerOf(figure.period);
      return kind === undefined
        ? undefined
        : cellKey({ ...figure, period: periodAround(kind, figure.period.fromOn) });
    }),
  ];
};

/** A base that is wider than the value: of a ratio, what it is a ratio of. */
const sized = (figure: Figure): DisclosableCell => ({ ...figure, value: figure.whole });

/**
 * Figures as they may be published, all of one cube at once: what is decided for one cell hangs on the others. Those
 * that are about no parcels concern no persons and pass unchanged.
 */
export const publishedOf = (figures: readonly Figure[]): readonly PublishedFigure[] => {
  const guarded = figures.filter(({ indicator }) => indicatorEntry(indicator)?.ofParcels);
  const withheld = new Set(
    INDICATOR_CODES.flatMap((code) => {
      const cube = guarded.filter(({ indicator }) => indicator === code);
      const cells = new Map(cube.map((figure) => [cellKey(figure), sized(figure)]));
      return [...withheldOf(cells, cubeSums(cube), new Set(cube.filter(isRest).map(cellKey)))];
    }),
  );
  return figures
    .filter((figure) => !isRest(figure))
    .map(({ indicator, region, period, value }) => {
      const suppressed = withheld.has(cellKey({ indicator, region, period }));
      const { unit, ofParcels } = indicatorEntry(indicator) ?? {};
      const isCount = unit === 'COUNT' && ofParcels === true;
      return {
        indicator,
        region,
        period,
        suppressed,
        ...(suppressed || value === undefined
          ? {}
          : { value: isCount ? roundedCount(value) : value }),
      };
    });
};

/** Every region that has figures, the widest first. */
export const regionsIn = (figures: readonly Figure[]): readonly string[] =>
  [...new Set(figures.filter((figure) => !isRest(figure)).map(({ region }) => region))].sort(
    (a, b) => (a === EVERYWHERE ? -1 : b === EVERYWHERE ? 1 : a < b ? -1 : 1),
  );
