import { isAtLeast, type Registry } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';
import { privacyOf, target } from '../schema-walk.ts';

/**
 * A message without the values of members that are there to carry them: plain ones of class `personal` and above.
 * What is left must give nobody away. Members that the schema does not name are left as they are.
 */
export const withoutPlain = (
  message: unknown,
  schemaName: string,
  registry: Pick<Registry, 'schemas'>,
): unknown => {
  const walk = (value: unknown, written: JsonSchema): unknown => {
    const schema = target(written, value, registry);
    if (schema === undefined) return value;
    const { properties, items } = schema as { properties?: unknown; items?: unknown };
    if (items !== undefined)
      return Array.isArray(value) ? value.map((one) => walk(one, items as JsonSchema)) : value;
    if (properties === undefined) {
      const privacy = privacyOf(schema);
      const isPlain =
        privacy !== undefined && privacy.mask === undefined && isAtLeast(privacy.class, 'personal');
      return isPlain ? '' : value;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const members = properties as Readonly<Record<string, JsonSchema>>;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        const described = Object.hasOwn(members, name) ? members[name] : undefined;
        return [name, described === undefined ? member : walk(member, described)];
      }),
    );
  };
  const schema = registry.schemas.get(schemaName)?.schema;
  return schema === undefined ? message : walk(message, schema);
};
