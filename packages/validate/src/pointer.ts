/** What has to be escaped in a step; no name of the standard has it, and one look costs less than two replacements. */
const SPECIAL = /[~/]/;

/** One step of a JSON Pointer (RFC 6901), escaped. */
export const stepOf = (name: string): string =>
  SPECIAL.test(name) ? `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/${name}`;

/** The names along a JSON Pointer. */
export const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What a JSON Pointer points to; `undefined` where nothing stands. */
export const valueAt = (root: unknown, pointer: string): unknown => {
  let value = root;
  for (const step of stepsOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
};
