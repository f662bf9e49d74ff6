import { nameIn, type Registry } from '@openwaybill/schemas';
import type { Schema } from '../finding.ts';
import { found, type LintRule } from '../rule.ts';

/** What every implementation takes: 256 KiB and objects in objects in 32 levels. */
const MOST_BYTES = 256 * 1024;
const MOST_DEPTH = 32;

type Extent = { readonly bytes: number; readonly depth: number };

/** The least bytes that a message takes with all that it must have, and how deep it goes with all that it may have. */
const extentOf = (
  registry: Registry,
  schema: Schema | undefined,
  open: readonly string[],
): Extent => {
  if (schema === undefined) return { bytes: 0, depth: 0 };
  if (typeof schema.$ref === 'string') {
    const name = nameIn(schema.$ref);
    // what holds itself goes as deep as one likes
    if (open.includes(name)) return { bytes: 0, depth: MOST_DEPTH + 1 };
    return extentOf(registry, registry.schemas.get(name)?.schema as unknown as Schema, [
      ...open,
      name,
    ]);
  }
  if (schema.type === 'array') {
    const item = extentOf(registry, schema.items as Schema | undefined, open);
    return { bytes: 2 + Number(schema.minItems ?? 0) * (item.bytes + 1), depth: item.depth + 1 };
  }
  if (schema.type === 'object') {
    const required = new Set((schema.required ?? []) as readonly string[]);
    const members = Object.entries((schema.properties ?? {}) as Readonly<Record<string, Schema>>);
    const extents = members.map(([name, member]) => ({
      ...extentOf(registry, member, open),
      name,
    }));
    return {
      bytes: extents
        .filter(({ name }) => required.has(name))
        .reduce((sum, { name, bytes }) => sum + name.length + 4 + bytes, 2),
      depth: 1 + Math.max(0, ...extents.map(({ depth }) => depth)),
    };
  }
  return { bytes: Number(schema.minLength ?? 0) + 2, depth: 0 };
};

/** Messages that no implementation has to take. */
export const SIZE: LintRule = {
  id: 'size',
  isWarning: true,
  refuses: { en: 'a message that is too large or too deep', zh: '过大或嵌套过深的报文' },
  judge: ({ registry }) =>
    [...registry.schemas.values()].flatMap(({ name, schema }) => {
      const { bytes, depth } = extentOf(registry, schema as unknown as Schema, [name]);
      return [
        ...(bytes > MOST_BYTES
          ? [
              found(
                name,
                '',
                `it takes ${bytes} bytes at least, beyond ${MOST_BYTES}; let it have less`,
              ),
            ]
          : []),
        ...(depth > MOST_DEPTH
          ? [found(name, '', `it goes deeper than ${MOST_DEPTH} levels; let it hold less`)]
          : []),
      ];
    }),
};
