import { target } from '@openwaybill/privacy';
import type { Registry } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';

const nameOf = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** A pointer as far as a schema declares its members: what a sender calls a member of its own is never repeated. */
export const declaredPointer = (
  schema: JsonSchema,
  pointer: string,
  registry: Pick<Registry, 'schemas'>,
): string => {
  let declared = '';
  let at: JsonSchema | undefined = target(schema, undefined, registry);
  for (const step of pointer.split('/').slice(1)) {
    const members = (at?.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
    const name = nameOf(step);
    const below =
      at?.items !== undefined && /^[0-9]+$/.test(step)
        ? (at.items as JsonSchema)
        : Object.hasOwn(members, name)
          ? members[name]
          : undefined;
    if (below === undefined) return declared;
    declared += `/${step}`;
    at = target(below, undefined, registry);
  }
  return declared;
};
