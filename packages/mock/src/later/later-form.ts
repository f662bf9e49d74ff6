import { idOf, nameIn, type Registry } from '@openwaybill/schemas';
import type { Later, Schema } from './later.ts';

/** What a later minor adds, all of it allowed by the rules of tolerance. */
export type Growth = {
  /** Its members in every object. */
  readonly members: boolean;
  /** Codes that this minor lacks: in lists of codes beside the others, or in place of one code. */
  readonly codes: 'NONE' | 'BESIDE' | 'INSTEAD';
  /** Told of each addition: `Order.handlingGrade`, or the list and its code. */
  readonly met?: (kind: 'members' | 'codes', id: string) => void;
};

/** What is signed, hashed or verified whole is left as it is: a later minor would sign it with its members. */
const VIEW = idOf('ConsigneeView');
const SEALED = /signature|hash|digest|sha256|receipt|^keys$|^jws$/i;
/** Of a person exactly the members of a view are shown, and a choice has one member: neither can have another one. */
const isSealed = ({ $id, maxProperties, properties = {} }: Schema): boolean =>
  maxProperties !== undefined ||
  $id === VIEW ||
  Object.keys(properties).some((name) => SEALED.test(name));

/** How an addition is named: by the schema that it is added to. */
const nameOfAddition = ({ $id }: Schema, name: string): string =>
  `${$id === undefined ? '…' : nameIn($id)}.${name}`;

/** The same message as a system of a later minor would write it. */
export const laterForm = (
  registry: Pick<Registry, 'schemas'>,
  later: Later,
  schema: object,
  value: unknown,
  growth: Growth,
): unknown => {
  let isReplaced = false;
  const resolved = (one: Schema): Schema =>
    one.$ref === undefined
      ? one
      : ((registry.schemas.get(nameIn(one.$ref))?.schema as Schema | undefined) ?? {});
  /** The same place in the later minor: by name where it has one, else as it hangs below the last that has. */
  const there = (here: Schema, below: Schema | undefined): Schema | undefined =>
    here.$id === undefined ? below : later.schemaOf(nameIn(here.$id));
  const laterCode = (list: Schema, below: Schema | undefined): string | undefined => {
    const code = later.codeOf(list, there(list, below));
    if (code !== undefined) growth.met?.('codes', nameOfAddition(list, code));
    return code;
  };

  const walked = (given: Schema, beside: Schema | undefined, here: unknown): unknown => {
    const at = resolved(given);
    const atLater = there(at, beside);
    if (typeof here === 'string') {
      if (growth.codes !== 'INSTEAD' || isReplaced || at['x-extensible'] !== true) return here;
      const code = laterCode(at, beside);
      isReplaced = code !== undefined;
      return code ?? here;
    }
    if (Array.isArray(here)) {
      const { items } = at;
      if (items === undefined) return here;
      const list = resolved(items);
      const grown = here.map((item) => walked(items, atLater?.items, item));
      const hasRoom = here.length > 0 && here.length < (at.maxItems ?? 0);
      const code =
        growth.codes === 'BESIDE' && list['x-extensible'] === true && hasRoom
          ? laterCode(list, atLater?.items)
          : undefined;
      return code === undefined ? grown : [...grown, code];
    }
    const { properties } = at;
    if (typeof here !== 'object' || here === null || properties === undefined || isSealed(at))
      return here;
    const members = Object.entries(here).map(([name, member]) => {
      const property = properties[name];
      return [
        name,
        property === undefined ? member : walked(property, atLater?.properties?.[name], member),
      ];
    });
    const added = growth.members ? later.membersOf(at, atLater) : {};
    for (const name of Object.keys(added)) growth.met?.('members', nameOfAddition(at, name));
    return { ...Object.fromEntries(members), ...added };
  };
  return walked(schema as Schema, later.schemaOf(nameIn(String((schema as Schema).$id))), value);
};

/** Whether a schema has anywhere a code of a list that may grow, as far as a value shows it. */
export const hasLaterCode = (
  registry: Pick<Registry, 'schemas'>,
  later: Later,
  schema: object,
  value: unknown,
): boolean => {
  const growth: Growth = { members: false, codes: 'INSTEAD' };
  return (
    JSON.stringify(laterForm(registry, later, schema, value, growth)) !== JSON.stringify(value)
  );
};

/** One thing that a later minor has beyond this one. */
export type Addition = { readonly group: 'members' | 'codes'; readonly id: string };

/** All members and codes by which a later minor differs in what it tells. */
export const additionsOf = (
  { schemas }: Pick<Registry, 'schemas'>,
  later: Later,
): readonly Addition[] =>
  [...schemas.values()].flatMap(({ name, schema }): readonly Addition[] => {
    const at = schema as Schema;
    const beside = later.schemaOf(name);
    if (at['x-extensible'] === true) {
      const code = later.codeOf(at, beside);
      return code === undefined ? [] : [{ group: 'codes', id: nameOfAddition(at, code) }];
    }
    if (at.properties === undefined || isSealed(at)) return [];
    const added = Object.keys(later.membersOf(at, beside));
    return added.map((member) => ({ group: 'members', id: nameOfAddition(at, member) }));
  });
