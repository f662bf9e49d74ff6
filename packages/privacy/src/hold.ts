import { isAtLeast, type Privacy, type Registry, type RevealGrant } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';
import type { Masked, Sealed, Token } from './masked.ts';
import { Plain } from './plain.ts';
import { privacyOf, target } from './schema-walk.ts';

/** Members that are one kind of text under one name in every message of the standard. */
type BrandOf = {
  readonly nameMasked: Masked<'cn-name-1'>;
  readonly phoneMasked: Masked<'phone-1'>;
  readonly consigneeRef: Token;
  readonly consignorRef: Token;
  readonly sealedFields: Sealed;
};

/** A generated type whose masked texts, references and sealed payloads cannot be taken for any other text. */
export type Branded<T> = T extends readonly (infer Item)[]
  ? readonly Branded<Item>[]
  : T extends object
    ? {
        [Member in keyof T]: Member extends keyof BrandOf
          ? BrandOf[Member] | Extract<T[Member], undefined>
          : Branded<T[Member]>;
      }
    : T;

type Fields = NonNullable<RevealGrant['fields']>;
type Address = NonNullable<Fields['address']>;

/** A plain address, its lines held. */
export type HeldAddress = Omit<
  Address,
  'road' | 'building' | 'unitRoom' | 'poiName' | 'deliveryAddressCode' | 'geo'
> & {
  readonly road: Plain<'addr.road'>;
  readonly building?: Plain<'addr.building'>;
  readonly unitRoom?: Plain<'addr.unit'>;
  readonly poiName?: Plain<'addr.building'>;
  readonly deliveryAddressCode?: Plain<'addr.code'>;
  readonly geo?: { readonly [Member in keyof NonNullable<Address['geo']>]: Plain<'geo.point'> };
};

/** The fields of a grant: only `expose()` gives their text. */
export type HeldFields = Pick<Fields, 'phoneKind'> & {
  readonly name?: Plain<'person-name'>;
  readonly phone?: Plain<'phone.mobile'>;
  readonly address?: HeldAddress;
  readonly deliveryNote?: Plain<'note.freetext'>;
};

/** A grant whose plaintext, open or sealed, no log, template or serialiser shows. */
export type HeldGrant = Omit<Branded<RevealGrant>, 'fields' | 'sealedFields'> & {
  readonly fields?: HeldFields;
  readonly sealedFields?: Plain<'sealed-payload'>;
};

/** What is held is what no log may carry: a leaf of class `personal` or above, wherever the class stands. */
const holdAll = (
  value: unknown,
  written: JsonSchema,
  registry: Pick<Registry, 'schemas'>,
  above: Privacy | undefined,
): unknown => {
  const schema = target(written, value, registry);
  if (schema === undefined) return value;
  const decided = above ?? (typeof written.$ref === 'string' ? privacyOf(written) : undefined);
  const { properties, items } = schema as { properties?: unknown; items?: unknown };
  if (Array.isArray(value) && items !== undefined)
    return value.map((item) => holdAll(item, items as JsonSchema, registry, decided));
  if (typeof value === 'object' && value !== null) {
    const members = (properties ?? {}) as Readonly<Record<string, JsonSchema>>;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        const described = Object.hasOwn(members, name) ? members[name] : undefined;
        return [
          name,
          described === undefined ? member : holdAll(member, described, registry, decided),
        ];
      }),
    );
  }
  const privacy = decided ?? privacyOf(schema);
  return privacy !== undefined && isAtLeast(privacy.class, 'personal')
    ? new Plain(privacy.kind, String(value))
    : value;
};

/** A message with every personal value in a holder: it can be logged, printed and compared, and says nothing. */
export const hold = (
  message: unknown,
  schemaName: string,
  registry: Pick<Registry, 'schemas'>,
): unknown => {
  const schema = registry.schemas.get(schemaName)?.schema;
  return schema === undefined ? message : holdAll(message, schema, registry, undefined);
};

/** The answer of a reveal as its caller should keep it. */
export const holdGrant = (grant: RevealGrant, registry: Pick<Registry, 'schemas'>): HeldGrant =>
  hold(grant, 'RevealGrant', registry) as HeldGrant;
