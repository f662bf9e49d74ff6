/** What earlier steps kept, by name. */
export type Kept = Map<string, unknown>;

/** A story that cannot go on: what was wanted, and what was there instead. */
export class OffScript extends Error {
  override readonly name = 'OffScript';
}

/** The value that a JSON pointer names (RFC 6901). */
export const valueAt = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, name) =>
        (at as Readonly<Record<string, unknown>> | undefined)?.[
          name.replaceAll('~1', '/').replaceAll('~0', '~')
        ],
      value,
    );

type Words = {
  readonly kept: Kept;
  /** `now+P1D`, `today-P2D`, `uuid`: words that no step keeps. */
  readonly word: (text: string) => string | undefined;
};

const named = (text: string, { kept, word }: Words): unknown => {
  const value = kept.has(text) ? kept.get(text) : word(text);
  if (value === undefined) throw new OffScript(`nothing was kept as {{${text}}}`);
  return value;
};

/** A template with its `{{names}}` replaced; a text that is nothing but one name keeps the type of its value. */
export const filled = (template: unknown, words: Words): unknown => {
  if (typeof template === 'string') {
    const only = /^\{\{([^{}]+)\}\}$/.exec(template)?.[1];
    if (only !== undefined) return named(only, words);
    return template.replace(/\{\{([^{}]+)\}\}/g, (_, name: string) => String(named(name, words)));
  }
  if (Array.isArray(template)) return template.map((one) => filled(one, words));
  if (typeof template === 'object' && template !== null)
    return Object.fromEntries(
      Object.entries(template).map(([name, value]) => [name, filled(value, words)]),
    );
  return template;
};

/** Where a value lacks what is wanted of it, as a pointer; nothing where it has everything. */
export const lackOf = (wanted: unknown, found: unknown, at = ''): string | undefined => {
  if (typeof wanted !== 'object' || wanted === null) return wanted === found ? undefined : at;
  if (typeof found !== 'object' || found === null) return at;
  if (Array.isArray(wanted) && (!Array.isArray(found) || found.length !== wanted.length)) return at;
  for (const [name, value] of Object.entries(wanted)) {
    const lack = lackOf(value, (found as Readonly<Record<string, unknown>>)[name], `${at}/${name}`);
    if (lack !== undefined) return lack;
  }
  return undefined;
};
