import { type Code, type CodeListEntry, FIRST_MINOR } from '@openwaybill/schemas';
import type { Artefacts, Emitter } from './artefacts.ts';
import { csvText } from './csv-text.ts';
import { jsonText } from './json-text.ts';

/** Columns that every list has, in this order; what a list adds of its own follows. */
const COLUMNS = [
  'code',
  'zh',
  'en',
  'definitionZh',
  'definitionEn',
  'since',
  'status',
  'replacedBy',
] as const;

type Row = Readonly<Record<string, unknown>>;

const rowOf = (code: string, entry: Code): Row => {
  const { zh, en, definition, since, status, replacedBy, ...own } = entry;
  return {
    code,
    zh,
    en,
    definitionZh: definition?.zh ?? zh,
    definitionEn: definition?.en ?? en,
    since: since ?? FIRST_MINOR,
    status: status ?? 'ACTIVE',
    ...(replacedBy === undefined ? {} : { replacedBy }),
    ...own,
  };
};

const listDocument = (list: CodeListEntry, rows: readonly Row[]): unknown => ({
  $id: `https://openwaybill.org/codelists/${list.name}/${list.version}.json`,
  name: list.name,
  version: list.version,
  module: list.module,
  title: list.title,
  description: list.description,
  extensible: list.growth !== 'closed',
  ...(list.growth === 'closed' ? {} : { fallback: list.growth.fallback }),
  ...(list.source === undefined ? {} : { source: list.source }),
  codes: rows,
});

const cellOf = (value: unknown): string => {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellOf).join(' ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const filesOf = (list: CodeListEntry): readonly (readonly [string, string])[] => {
  const rows = Object.entries(list.codes).map(([code, entry]) => rowOf(code, entry));
  const columns = [...new Set<string>([...COLUMNS, ...rows.flatMap((row) => Object.keys(row))])];
  return [
    [`codelists/json/${list.name}.json`, jsonText(listDocument(list, rows))],
    [
      `codelists/csv/${list.name}.csv`,
      csvText([columns, ...rows.map((row) => columns.map((column) => cellOf(row[column])))]),
    ],
  ];
};

/** Every code list as JSON and as a table for spreadsheets. */
export const codeLists: Emitter = (registry): Artefacts =>
  new Map(registry.codeLists.flatMap(filesOf));
