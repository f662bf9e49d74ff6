import {
  Consignee,
  Consignor,
  type Contract,
  fromContract,
  nameIn,
  problemSetOf,
  type Registry,
  registry,
  toContract,
} from '@openwaybill/schemas';

const OPERATIONS = ['cancel-waybill', 'receive-event', 'submit-order'];
const EVENTS = ['org.openwaybill.waybill.status.changed'];
const ALWAYS = ['CloudEvent', 'Problem'];

const whole = toContract(registry);

/** Names of the schemas that something refers to, those that these refer to, and so on. */
const needed = (roots: unknown): ReadonlySet<string> => {
  const names = new Set<string>();
  const follow = (text: string): void => {
    for (const [id] of text.matchAll(/https:\/\/openwaybill\.org\/schemas\/[^"]+\.json/g)) {
      const name = nameIn(id);
      const entry = whole.schemas[name];
      if (names.has(name) || entry === undefined) continue;
      names.add(name);
      follow(JSON.stringify(entry.schema));
    }
  };
  follow(JSON.stringify(roots));
  return names;
};

const isNamed = (names: readonly string[]) => (one: { readonly [member: string]: unknown }) =>
  names.includes(String(one.name ?? one.type));

const operations = registry.operations.filter(({ name }) => OPERATIONS.includes(name));
const events = registry.events.filter(({ type }) => EVENTS.includes(type));
const kept = needed([
  ...operations.flatMap(({ request, answer, query, pathParameters }) => [
    request,
    answer.body,
    query,
    pathParameters.map(
      (name) => registry.schemas.get(name[0]?.toUpperCase() + name.slice(1))?.schema,
    ),
  ]),
  ...events.map(({ data }) => data),
  ...ALWAYS.map((name) => registry.schemas.get(name)?.schema),
  Consignee,
  Consignor,
]);
const required = new Set(
  [...operations, ...events].flatMap(({ requirements }) => requirements.map(({ id }) => id)),
);

const answered = new Set<string>(operations.flatMap(problemSetOf));

/** A part of the standard that is whole in itself: three operations, an event and all that they need. */
export const SMALL_CONTRACT: Contract = JSON.parse(
  JSON.stringify({
    ...whole,
    schemas: Object.fromEntries(Object.entries(whole.schemas).filter(([name]) => kept.has(name))),
    operations: whole.operations.filter(isNamed(OPERATIONS)),
    events: whole.events.filter(isNamed(EVENTS)),
    lifecycles: whole.lifecycles.filter(({ entity }) => ['order', 'waybill'].includes(entity)),
    codeLists: whole.codeLists.filter(({ name }) => kept.has(name)),
    requirements: whole.requirements.filter(({ id }) => required.has(id)),
    problems: Object.fromEntries(
      Object.entries(whole.problems).filter(([code]) => answered.has(code)),
    ),
  }),
);

/** The registry of that part. */
export const small = (): Registry => fromContract(SMALL_CONTRACT);
