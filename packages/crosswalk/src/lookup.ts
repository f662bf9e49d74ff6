import type { Condition, Fact, Row, Table } from './row.ts';

/** A source code, with what stands beside it in the source. */
export type CodeQuery = {
  readonly code: string;
  readonly subCode?: string;
  readonly subName?: string;
  /** Scrubbed text: rules read words, never names or numbers. */
  readonly remark?: string;
  readonly facts?: ReadonlySet<Fact>;
};

/** A code that no row maps. It is reported, never guessed. */
export type Unmapped = {
  readonly vocabulary: string;
  readonly version: string;
  readonly code: string;
  readonly subCode?: string;
};

const holds = (condition: Condition | undefined, query: CodeQuery): boolean => {
  if (condition === undefined) return true;
  if ('fact' in condition) return query.facts?.has(condition.fact) ?? false;
  const [words, text] =
    'remark' in condition ? [condition.remark, query.remark] : [condition.subName, query.subName];
  return text !== undefined && words.some((word) => text.includes(word));
};

/** Places of a row in the order of judgement: the more of the source it names, the earlier. */
const TIERS: readonly ((row: Row, query: CodeQuery) => boolean)[] = [
  (row, { code, subCode }) =>
    row.code === code && row.subCode !== undefined && row.subCode === subCode,
  (row, { code }) => row.code === code && row.subCode === undefined && row.when !== undefined,
  (row, { subCode }) => row.code === '*' && row.subCode === subCode && row.when !== undefined,
  (row, { code }) => row.code === code && row.subCode === undefined && row.when === undefined,
  (row, { subCode }) => row.code === '*' && row.subCode === subCode && row.when === undefined,
];

/** The one row of a table that a source code means, or the fact that there is none. */
export const lookup = (table: Table, query: CodeQuery): Row | { readonly unmapped: Unmapped } => {
  for (const belongs of TIERS) {
    const row = table.rows.find((each) => belongs(each, query) && holds(each.when, query));
    if (row !== undefined) return row;
  }
  const { vocabulary, version } = table;
  const { code, subCode } = query;
  return { unmapped: { vocabulary, version, code, ...(subCode === undefined ? {} : { subCode }) } };
};
