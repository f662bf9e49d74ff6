import type { Resource } from './hooks.ts';

/** The digits of a code of divisions that say something: a province has two, a city four, a district six. */
const stem = (code: string): string => code.replace(/(?:00)+$/, '');

const fits = (name: string, found: unknown, wanted: string): boolean =>
  /region/i.test(name) && typeof found === 'string'
    ? found.startsWith(stem(wanted))
    : String(found) === wanted;

const pluralOf = (name: string): string =>
  name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;

/**
 * Whether a resource has, anywhere in it, the member that a query parameter names, with this value; a member in the
 * plural has it among its own. A region holds everything within it.
 */
export const isNamed = (resource: Resource, name: string, wanted: string): boolean =>
  Object.entries(resource).some(([member, found]) => {
    if (member === name && typeof found !== 'object') return fits(name, found, wanted);
    if (member === pluralOf(name) && Array.isArray(found))
      return found.some((one) => fits(name, one, wanted));
    if (Array.isArray(found))
      return found.some(
        (one) => typeof one === 'object' && one !== null && isNamed(one, name, wanted),
      );
    return typeof found === 'object' && found !== null && isNamed(found, name, wanted);
  });
