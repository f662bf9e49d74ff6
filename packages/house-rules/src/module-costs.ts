import { registry } from '@openwaybill/schemas';
import { filesBelow, textOf } from './repository.ts';

/** Where each room keeps what it has of a module, under the module's name. */
export const PLACES = {
  standard: 'schemas/src',
  rules: 'packages/validate/src/modules',
  algorithms: 'packages/reference/src',
  behaviours: 'packages/mock/src/modules',
  suite: 'conformance/src/modules',
  story: 'seeds/stories',
} as const;
type Place = keyof typeof PLACES;

/** What a module cost in one place. */
export type Cost = { readonly files: number; readonly lines: number };

/** What every module cost, place by place: the files that bear its name, and their lines. */
export const moduleCosts = (): readonly {
  readonly module: string;
  readonly costs: Readonly<Record<Place, Cost>>;
}[] => {
  const places = Object.entries(PLACES).map(
    ([place, folder]) => [place, folder, filesBelow(folder)] as const,
  );
  return registry.modules.map(({ name: module }) => ({
    module,
    costs: Object.fromEntries(
      places.map(([place, folder, files]) => {
        const own = files.filter((path) =>
          [`${folder}/${module}/`, `${folder}/${module}.`].some((start) => path.startsWith(start)),
        );
        const lines = own.reduce((sum, path) => sum + textOf(path).trimEnd().split('\n').length, 0);
        return [place, { files: own.length, lines }];
      }),
    ) as Record<Place, Cost>,
  }));
};

/** The same as a table, the sum last. */
export const costTable = (): string => {
  const shown = ({ files, lines }: Cost): string => (files === 0 ? '' : `${files} / ${lines}`);
  const sum = (costs: readonly Cost[]): Cost =>
    costs.reduce((a, b) => ({ files: a.files + b.files, lines: a.lines + b.lines }), {
      files: 0,
      lines: 0,
    });
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const names = Object.keys(PLACES) as readonly Place[];
  return [
    row(['module', ...names, 'all']),
    row(Array.from({ length: names.length + 2 }, () => '---')),
    ...moduleCosts().map(({ module, costs }) =>
      row([
        `\`${module}\``,
        ...names.map((place) => shown(costs[place])),
        shown(sum(Object.values(costs))),
      ]),
    ),
  ].join('');
};
