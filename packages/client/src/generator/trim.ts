/** Members of the interfaces of a generated file: by section and name, each with its comment. */
type Parts = ReadonlyMap<string, ReadonlyMap<string, string>>;

const membersOf = (lines: readonly string[], indent: number): ReadonlyMap<string, string> => {
  const pad = ' '.repeat(indent);
  const opens = new RegExp(`^ {${indent}}["']?([^\\s"':?]+)["']?\\??: `);
  const members = new Map<string, string>();
  let held: string[] = [];
  let name: string | undefined;
  for (const line of lines) {
    held.push(line);
    name ??= opens.exec(line)?.[1];
    if (name === undefined || !line.startsWith(pad) || line[indent] === ' ' || !line.endsWith(';'))
      continue;
    members.set(name, held.join('\n'));
    held = [];
    name = undefined;
  }
  return members;
};

/** The lines between one that opens a block and the one that closes it at the same depth. */
const blockOf = (lines: readonly string[], opening: string): readonly string[] => {
  const start = lines.indexOf(opening);
  if (start < 0) return [];
  const close = opening.slice(0, opening.length - opening.trimStart().length);
  const end = lines.findIndex(
    (line, at) => at > start && /^\s*\};?$/.test(line) && line.startsWith(`${close}}`),
  );
  return lines.slice(start + 1, end);
};

const SECTIONS = ['schemas', 'parameters'] as const;

const partsOf = (text: string): Parts => {
  const lines = text.split('\n');
  const components = blockOf(lines, 'export interface components {');
  return new Map([
    ...SECTIONS.map(
      (section) => [section, membersOf(blockOf(components, `    ${section}: {`), 8)] as const,
    ),
    ['operations', membersOf(blockOf(lines, 'export interface operations {'), 4)] as const,
  ]);
};

const REFERENCE = /components\["(\w+)"\]\["([\w-]+)"\]/g;

/** What a generated file must have for what is asked of it: the asked members, what they refer to, and so on. */
export const trim = (
  text: string,
  asked: { readonly schemas: readonly string[]; readonly operations: readonly string[] },
): string => {
  const parts = partsOf(text);
  const kept = new Map([...parts.keys()].map((section) => [section, new Map<string, string>()]));
  const keep = (section: string, name: string): void => {
    const part = parts.get(section)?.get(name);
    if (part === undefined) throw new Error(`the generated types have no ${section}/${name}`);
    if (kept.get(section)?.has(name)) return;
    kept.get(section)?.set(name, part);
    for (const [, where = '', what = ''] of part.matchAll(REFERENCE)) keep(where, what);
  };
  for (const name of asked.schemas) keep('schemas', name);
  for (const name of asked.operations) keep('operations', name);
  const block = (section: string): string =>
    [...(kept.get(section) ?? [])]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, part]) => `${part}\n`)
      .join('');
  return `export interface components {
${SECTIONS.map((section) => `    ${section}: {\n${block(section)}    };\n`).join('')}}

export interface operations {
${block('operations')}}
`;
};
