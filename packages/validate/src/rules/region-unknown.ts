import type { RegionTable } from '@openwaybill/schemas';
import { isCountry } from '../tables/countries.ts';
import { isDivision } from '../tables/divisions.ts';
import { ruleFor } from './rule.ts';

/** Townships and villages are looked up by the county that their code begins with. */
const TABLES: Readonly<Record<RegionTable, (code: string) => boolean>> = {
  country: isCountry,
  subdivision: (code) => isCountry(code.slice(0, 2)),
  division: isDivision,
  town: (code) => isDivision(code.slice(0, 6)),
  village: (code) => isDivision(code.slice(0, 6)),
};

/** Well formed and not in the table that this release knows: tables differ and codes retire, so it only warns. */
export const regionUnknownRules = Object.entries(TABLES).map(([table, isKnown]) =>
  ruleFor<string>({
    name: `region-unknown-${table}`,
    id: 'region-unknown',
    places: [{ region: table as RegionTable }],
    judge: (value, at) =>
      isKnown(value) ? [] : [{ pointer: at, rule: 'region-unknown', params: { table } }],
    severity: 'warning',
    problem: 'RULE_VIOLATION',
    text: {
      en: 'no country or division of the known table has this code',
      zh: '已知的国家或行政区划表中没有该代码',
    },
    hint: {
      en: 'Check the code and its table version; a retired code still works.',
      zh: '请核对代码及其版本；已撤销的代码仍可使用。',
    },
  }),
);
