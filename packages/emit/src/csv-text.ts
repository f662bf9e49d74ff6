/** A spreadsheet runs a cell that begins with one of these, but for a negative whole number. */
const FORMULA = /^(?:[=+@]|-(?!\d+$))/;

const quoted = (cell: string): string => {
  if (FORMULA.test(cell))
    throw new Error(
      `The cell "${cell}" would be run as a formula. Cells begin with a letter or digit. Word it otherwise.`,
    );
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

/** RFC 4180 with a byte order mark, without which spreadsheets read Chinese in the local code page. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;
