import { nameIn, nameOf, registry } from '@openwaybill/schemas';
import { knownOperation } from '../../drive/operations.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Seen } from '../seen.ts';

type Schema = {
  readonly $id?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
};

/** A value of an object, by its members. */
export type Item = Readonly<Record<string, unknown>>;

/** One thing that the system said of something that has a name, wherever in a message it stands. */
export type Telling = {
  /** The schema of the value. */
  readonly name: string;
  readonly value: Item;
  readonly exchange: Exchange;
  /** Where it stands in the body of the exchange. */
  readonly pointer: string;
};

const schemaOf = (name: string): Schema | undefined =>
  registry.schemas.get(name)?.schema as Schema | undefined;

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every part of a value that has a schema with a name, by the schema of the whole. */
function* partsOf(
  schema: Schema | undefined,
  value: unknown,
  pointer: string,
): Generator<Omit<Telling, 'exchange'>> {
  if (schema?.$ref !== undefined)
    return yield* partsOf(schemaOf(nameIn(schema.$ref)), value, pointer);
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries())
      yield* partsOf(schema?.items, one, `${pointer}/${index}`);
    return;
  }
  if (!isItem(value) || schema === undefined) return;
  if (schema.$id !== undefined) yield { name: nameIn(schema.$id), value, pointer };
  for (const [member, one] of Object.entries(schema.properties ?? {}))
    if (member in value) yield* partsOf(one, value[member], `${pointer}/${member}`);
}

const payloads = new Map<unknown, Schema>(
  registry.events.map(({ type, data }) => [type, data as Schema]),
);

function* tellingsIn(exchange: Exchange): Generator<Telling> {
  if (exchange.to === 'sut' && isAccepted(exchange)) {
    const body = knownOperation(exchange.operation)?.answer.body;
    if (body?.$id === undefined) return;
    for (const part of partsOf(schemaOf(nameOf(body)), answerOf(exchange), ''))
      yield { ...part, exchange };
  }
}

/** What the system said, in the order in which it did: in its answers, and in its events with their envelopes. */
export const tellingsOf = (seen: Seen): readonly Telling[] => [
  ...seen.exchanges.flatMap((exchange) => [...tellingsIn(exchange)]),
  ...seen.events.flatMap(({ envelope, type, data, attempts }): readonly Telling[] => {
    const [exchange] = attempts;
    return exchange === undefined
      ? []
      : [
          { name: 'CloudEvent', value: envelope, exchange, pointer: '' },
          ...[...partsOf(payloads.get(type), data, '/data')].map((part) => ({ ...part, exchange })),
        ];
  }),
];

const ID = /(Id|No|Ref)$/;

const idMembers = new Map<string, string | undefined>();

/** The member that names a resource: the first id that it must have. */
export const idMemberOf = (name: string): string | undefined => {
  if (!idMembers.has(name))
    idMembers.set(
      name,
      schemaOf(name)?.required?.find((member) => ID.test(member)),
    );
  return idMembers.get(name);
};
