import { camelCase } from './registry.ts';

/**
 * What a room keeps of each module stands in a folder under the module's name, as `<name>.ts` or `<name>/index.ts`, and
 * is called by that name with an ending of the room's own: the text of a source that exports all of it by module. Throws
 * where a file or folder bears the name of no module.
 */
export const exportsByModule = (
  modules: readonly { readonly name: string }[],
  entries: readonly string[],
  { from, ending }: { readonly from: string; readonly ending: string },
): string =>
  entries
    .toSorted()
    .map((entry) => {
      const name = entry.replace(/\.ts$/, '');
      if (!modules.some((module) => module.name === name))
        throw new Error(
          `${from}/${entry} bears the name of no module; each is called like a module of the registry. Rename it, or add the module to schemas/src/modules.ts.`,
        );
      const file = entry === name ? `${name}/index.ts` : entry;
      return `export { ${camelCase(name)}${ending} as '${name}' } from '${from}/${file}';\n`;
    })
    .join('');
