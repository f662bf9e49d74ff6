/** `waybillNo` as `WaybillNo`: every exported name of Go begins with a capital, and no keyword does. */
export const exported = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** `OUT_OF_AREA` as `OutOfArea`, and `service-point` as `ServicePoint`. */
export const constantPart = (code: string): string =>
  code
    .split(/[^A-Za-z0-9]+/)
    .map((word) => exported(word.toLowerCase()))
    .join('');

/** Words that Go keeps, and names that the run time has in its functions. */
const TAKEN: ReadonlySet<string> = new Set(
  `break case chan const continue default defer else fallthrough for func go goto if import interface map package
   range return select struct switch type var body query ctx options c`.split(/\s+/),
);

/** The name of an argument; `type` as `typeValue`. */
export const argument = (name: string): string => (TAKEN.has(name) ? `${name}Value` : name);

/** A text as a literal of Go, which writes it as JSON does. */
export const literal = (text: string): string => JSON.stringify(text);

/** Rows of words in columns, as gofmt sets them: each column but the last is as wide as its widest word. */
export const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = rows.reduce<readonly number[]>(
    (widest, row) => row.map((word, at) => Math.max(word.length, widest[at] ?? 0)),
    [],
  );
  return rows
    .map(
      (row) =>
        `\t${row.map((word, at) => (at === row.length - 1 ? word : word.padEnd(widths[at] ?? 0))).join(' ')}\n`,
    )
    .join('');
};
