import type { TSchema } from '@sinclair/typebox';
import { derivedOnce } from './derived-once.ts';
import { PRIVACY_CLASSES, type Privacy, type PrivacyClassName } from './privacy.ts';
import type { Registry } from './registry.ts';
import { nameOf } from './schema.ts';

const highestIn = derivedOnce((schemas: Registry['schemas'], schema: TSchema): PrivacyClassName => {
  const seen = new Set<string>();
  const rankOf = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return 0;
    if (Array.isArray(value)) return Math.max(0, ...value.map(rankOf));
    const node = value as TSchema;
    const own = (node['x-privacy'] as Partial<Privacy> | undefined)?.class;
    const rank = own === undefined ? 0 : PRIVACY_CLASSES.indexOf(own);
    if (typeof node.$ref === 'string') {
      // the same word may be public in one message and personal in another: what stands here decides
      if (own !== undefined || seen.has(node.$ref)) return rank;
      seen.add(node.$ref);
      return rankOf(schemas.get(nameOf({ $id: node.$ref } as TSchema))?.schema);
    }
    return Math.max(
      rank,
      ...Object.entries(node).map(([keyword, member]) =>
        keyword === 'x-privacy' ? 0 : rankOf(member),
      ),
    );
  };
  return PRIVACY_CLASSES[rankOf(schema)] ?? 'public';
});

/**
 * The highest privacy class of a message, over all its members and over everything that it refers to. A message
 * without a body is `public`.
 */
export const privacyMax = (
  schemas: Registry['schemas'],
  schema: TSchema | undefined,
): PrivacyClassName => (schema === undefined ? 'public' : highestIn(schemas, schema));

/** Whether one class is at least as high as another. */
export const isAtLeast = (value: PrivacyClassName, floor: PrivacyClassName): boolean =>
  PRIVACY_CLASSES.indexOf(value) >= PRIVACY_CLASSES.indexOf(floor);
