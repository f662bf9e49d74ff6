/** One element of the table of ISO 4217 as JSON made from its XML. */
type Element = { readonly $name: string; readonly $data: string | number | readonly Element[] };

const find = (element: Element, name: string): string | number | readonly Element[] | undefined =>
  Array.isArray(element.$data)
    ? (element.$data as readonly Element[]).find((child) => child.$name === name)?.$data
    : undefined;

/** Decimals of each currency. What has none (gold, the code for tests) is no currency of a price. */
export const minorUnitsIn = (table: Element): Readonly<Record<string, number>> => {
  const currencies: Record<string, number> = {};
  const visit = (element: Element): void => {
    const code = find(element, 'Ccy');
    const decimals = Number(find(element, 'CcyMnrUnts') ?? Number.NaN);
    if (element.$name === 'CcyNtry' && code !== undefined && Number.isInteger(decimals))
      currencies[String(code)] = decimals;
    if (Array.isArray(element.$data)) for (const child of element.$data) visit(child);
  };
  visit(table);
  return Object.fromEntries(Object.entries(currencies).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Codes of six digits of provinces, prefectures and counties. */
export const divisionsIn = (
  ...tables: readonly (readonly { readonly code: string }[])[]
): readonly string[] =>
  tables.flatMap((table) => table.map(({ code }) => code.padEnd(6, '0'))).sort();
