import { nameIn, type Privacy } from '@openwaybill/schemas';
import type { JsonSchema } from '../receiver-form.ts';
import type { Place, Rule } from '../rules/rule.ts';
import type { Shape, Shapes } from '../shape.ts';

type Members = Readonly<Record<string, JsonSchema>>;

const membersOf = (schema: JsonSchema | undefined): readonly string[] =>
  Object.keys((schema?.properties ?? {}) as Members);

/** Whether a rule applies to a schema. `isText`: it or what it refers to is a string. */
const holds = (place: Place, schema: JsonSchema, isText: boolean, masked: boolean): boolean => {
  if ('schema' in place) return nameIn(String(schema.$id)) === place.schema;
  if ('check' in place) return schema['x-check'] === place.check;
  if ('region' in place) return schema['x-region'] === place.region;
  if ('masked' in place) return masked;
  if ('members' in place) {
    const members = membersOf(schema);
    return place.members.every((member) => members.includes(member));
  }
  const privacy = schema['x-privacy'] as Privacy | undefined;
  const mask = 'mask' in place ? place.mask : undefined;
  return (
    isText && privacy !== undefined && privacy.mask === mask && place.kinds.includes(privacy.kind)
  );
};

/** Shapes of all schemas, with everything in them. */
export const shapesOf = (
  schemas: ReadonlyMap<string, JsonSchema>,
  rules: readonly Rule[],
): Shapes => {
  const plainMembers = ['Contact', 'Address'].flatMap((name) => membersOf(schemas.get(name)));
  const shapeOf = (schema: JsonSchema): Shape => {
    const target = schema.$ref === undefined ? undefined : schemas.get(nameIn(String(schema.$ref)));
    const masked = nameIn(String(schema.$id)).endsWith('Masked') && schema.type === 'object';
    const isText = (target ?? schema).type === 'string';
    const found = rules
      .filter(({ places }) => places.some((place) => holds(place, schema, isText, masked)))
      .map(({ name }) => name);
    const inherited = target === undefined ? [] : (shapeOf(target).rules ?? []);
    const kept =
      schema['x-privacy'] === undefined || target === undefined
        ? inherited
        : (shapeOf({ ...target, 'x-privacy': schema['x-privacy'] }).rules ?? []);
    const names = [...new Set([...kept, ...found])];
    const members = Object.entries((schema.properties ?? {}) as Members);
    const discriminator = schema.discriminator as
      | { readonly propertyName: string; readonly mapping: Readonly<Record<string, string>> }
      | undefined;
    const privacy = schema['x-privacy'] as Privacy | undefined;
    return {
      ...(target === undefined ? {} : { schema: nameIn(String(schema.$ref)) }),
      ...(names.length === 0 ? {} : { rules: names }),
      ...(privacy?.mask === undefined ? {} : { mask: privacy.mask }),
      ...(schema['x-extensible'] === true ? { extensible: true } : {}),
      ...(masked
        ? { forbidden: plainMembers.filter((name) => !membersOf(schema).includes(name)) }
        : {}),
      ...(members.length === 0
        ? {}
        : { properties: Object.fromEntries(members.map(([name, of]) => [name, shapeOf(of)])) }),
      ...(schema.items === undefined ? {} : { items: shapeOf(schema.items as JsonSchema) }),
      ...(discriminator === undefined
        ? {}
        : {
            branches: {
              member: discriminator.propertyName,
              schemas: Object.fromEntries(
                Object.entries(discriminator.mapping).map(([code, id]) => [code, nameIn(id)]),
              ),
            },
          }),
    };
  };
  return Object.fromEntries([...schemas].map(([name, schema]) => [name, shapeOf(schema)]));
};

type Fact = 'rules' | 'mask' | 'extensible' | 'forbidden';

/** The shapes with these facts alone, without what leads to nothing that is wanted. */
export const pruned = (
  shapes: Shapes,
  wanted: (shape: Shape) => boolean,
  facts: readonly Fact[],
): Shapes => {
  const live = new Set<string>();
  const lives = (shape: Shape): boolean =>
    wanted(shape) ||
    (shape.schema !== undefined && live.has(shape.schema)) ||
    Object.values(shape.properties ?? {}).some(lives) ||
    (shape.items !== undefined && lives(shape.items)) ||
    Object.values(shape.branches?.schemas ?? {}).some((name) => live.has(name));
  for (let size = -1; size !== live.size; ) {
    size = live.size;
    for (const [name, shape] of Object.entries(shapes)) if (lives(shape)) live.add(name);
  }
  const prune = ({ schema, branches, properties, items, ...all }: Shape): Shape => ({
    ...(schema === undefined || !live.has(schema) ? {} : { schema }),
    ...(branches === undefined ? {} : { branches }),
    ...Object.fromEntries(Object.entries(all).filter(([fact]) => facts.includes(fact as Fact))),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties)
              .filter(([, member]) => lives(member))
              .map(([name, member]) => [name, prune(member)]),
          ),
        }),
    ...(items === undefined || !lives(items) ? {} : { items: prune(items) }),
  });
  return Object.fromEntries(
    Object.entries(shapes)
      .filter(([name]) => live.has(name))
      .map(([name, shape]) => [name, prune(shape)]),
  );
};
