/** The path of an import or export line, without its ending, so that `waybill` stands before `waybill-codes`. */
const pathOf = (line: string): string | undefined =>
  /^(?:import|export) .*from '(.+?)(?:\/index)?\.ts';$/.exec(line)?.[1];

const isBefore = (a: string, b: string): boolean => a < b;

/** A text with one more import or export line, in the order of the paths of the lines of its kind. */
export const insertLine = (text: string, line: string): string => {
  const lines = text.split('\n');
  const path = pathOf(line) ?? '';
  const kind = line.split(' ')[0] ?? '';
  let after = -1;
  let first = -1;
  lines.forEach((each, at) => {
    const other = each.startsWith(`${kind} `) ? pathOf(each) : undefined;
    if (other === undefined || !other.startsWith('./')) return;
    if (first < 0) first = at;
    if (isBefore(other, path)) after = at;
  });
  if (first < 0) return `${text.trimEnd()}\n\n${line}\n`;
  lines.splice(after < 0 ? first : after + 1, 0, line);
  return lines.join('\n');
};
