import { isAtLeast, type Privacy, type Registry } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';
import { maskOfKind } from './masks/index.ts';
import { PERSONAL } from './plain.ts';
import { privacyOf, target } from './schema-walk.ts';

type Log = NonNullable<Privacy['log']>;
const LOGS: readonly Log[] = ['allowed', 'masked', 'never'];
const stricter = (a: Log, b: Log): Log => (LOGS.indexOf(a) >= LOGS.indexOf(b) ? a : b);

/** What may be logged of a member that does not say so itself. */
const logOf = ({ class: classOf, kind, mask, log }: Privacy): Log => {
  if (log !== undefined) return log;
  if (isAtLeast(classOf, 'personal')) return 'never';
  return mask !== undefined || kind === 'phone.virtual' ? 'masked' : 'allowed';
};

/** A value is logged only where it is what its schema says: a phone in a masked member is a phone. */
export const fitsLeaf = (
  value: unknown,
  schema: JsonSchema,
): value is string | number | boolean => {
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return false;
  if ('const' in schema && schema.const !== value) return false;
  switch (schema.type) {
    case 'string':
      return (
        typeof value === 'string' &&
        (typeof schema.maxLength !== 'number' || [...value].length <= schema.maxLength) &&
        (typeof schema.pattern !== 'string' || new RegExp(schema.pattern, 'u').test(value))
      );
    case 'integer':
      return Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    default:
      return false;
  }
};

/** The masked form of a plain value, where its kind has one. */
const maskedByKind = (value: unknown, kind: Privacy['kind']): string | undefined =>
  typeof value === 'string' ? maskOfKind(kind)?.(value) : undefined;

/** Where a walk stands, and what the references on the way allow. */
type Place = { readonly log: Log; readonly pointer: string };

/** The levels of one masked address are one masked value. */
const maskedValueAt = (pointer: string, mask: Privacy['mask']): string =>
  mask === 'addr-1' ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer;

/**
 * A message as it may be logged. Members of class `personal` and above become `[personal]`; of the masked members of
 * one subject the first stays; a member that the schema does not name is left out, for nobody knows what it is.
 */
export const redact = (
  message: unknown,
  schemaName: string,
  registry: Pick<Registry, 'schemas'>,
): unknown => {
  const shown = new Map<string, string>();

  /** Name, phone and address of one person never stand together in one record. */
  const mayShow = (subject: string, member: string): boolean => {
    const first = shown.get(subject) ?? member;
    shown.set(subject, first);
    return first === member;
  };

  const leaf = (value: unknown, schema: JsonSchema, place: Place): unknown => {
    const privacy = privacyOf(schema);
    if (privacy === undefined || !fitsLeaf(value, schema)) return PERSONAL;
    const log = stricter(place.log, logOf(privacy));
    if (log === 'allowed') return value;
    if (log === 'never') return PERSONAL;
    const masked = privacy.mask === undefined ? maskedByKind(value, privacy.kind) : value;
    const member = maskedValueAt(place.pointer, privacy.mask);
    return masked !== undefined && mayShow(privacy.subject ?? '', member) ? masked : PERSONAL;
  };

  const walk = (value: unknown, written: JsonSchema, place: Place): unknown => {
    const schema = target(written, value, registry);
    if (schema === undefined) return PERSONAL;
    const privacy = privacyOf(schema);
    const { properties, items } = schema as { properties?: unknown; items?: unknown };
    const log =
      privacy === undefined || (properties === undefined && items === undefined)
        ? place.log
        : stricter(place.log, logOf(privacy));
    if (items !== undefined)
      return Array.isArray(value)
        ? value.map((item, at) =>
            walk(item, items as JsonSchema, { log, pointer: `${place.pointer}/${at}` }),
          )
        : PERSONAL;
    if (properties === undefined) return leaf(value, schema, place);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return PERSONAL;
    const members = properties as Readonly<Record<string, JsonSchema>>;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => {
        const described = Object.hasOwn(members, name) ? members[name] : undefined;
        if (described === undefined) return [];
        return [[name, walk(member, described, { log, pointer: `${place.pointer}/${name}` })]];
      }),
    );
  };

  const schema = registry.schemas.get(schemaName)?.schema;
  return schema === undefined ? PERSONAL : walk(message, schema, { log: 'allowed', pointer: '' });
};
