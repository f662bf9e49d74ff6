import type { Privacy, Registry } from '@openwaybill/schemas';
import { type JsonSchema, stepOf } from '@openwaybill/validate';
import { privacyOf, target } from '../schema-walk.ts';

/** A value of a message that its schema says is masked. */
export type MaskedMember = {
  readonly pointer: string;
  readonly mask: NonNullable<Privacy['mask']>;
  readonly value: unknown;
};

/** Every value of a message whose member carries a mask, in its order. */
export const maskedMembers = (
  message: unknown,
  schemaName: string,
  registry: Pick<Registry, 'schemas'>,
): readonly MaskedMember[] => {
  const found: MaskedMember[] = [];
  const walk = (value: unknown, written: JsonSchema, pointer: string): void => {
    const schema = target(written, value, registry);
    if (schema === undefined) return;
    const { properties, items } = schema as { properties?: unknown; items?: unknown };
    if (Array.isArray(value) && items !== undefined) {
      for (const [at, one] of value.entries()) walk(one, items as JsonSchema, `${pointer}/${at}`);
      return;
    }
    const mask = privacyOf(schema)?.mask;
    if (properties === undefined) {
      if (mask !== undefined) found.push({ pointer, mask, value });
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const members = properties as Readonly<Record<string, JsonSchema>>;
    for (const [name, member] of Object.entries(value)) {
      const described = Object.hasOwn(members, name) ? members[name] : undefined;
      if (described !== undefined) walk(member, described, pointer + stepOf(name));
    }
  };
  const schema = registry.schemas.get(schemaName)?.schema;
  if (schema !== undefined) walk(message, schema, '');
  return found;
};
