import { nameOf, type OperationEntry, registry } from '@openwaybill/schemas';
import { knownOperation } from '../../drive/operations.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Claim, Finding, Observation } from '../../words.ts';
import { demand } from '../check.ts';
import { seenOf } from '../seen.ts';
import { differenceFrom } from './difference.ts';

/** Resources whose members a caller gives, with the member that names each. */
const RESOURCES: Readonly<
  Record<string, { readonly id: string; readonly operations: readonly string[] }>
> = {
  Order: { id: 'orderNo', operations: ['submitOrder', 'updateOrder'] },
  Waybill: { id: 'waybillNo', operations: ['createWaybill', 'updateWaybill'] },
  EventSubscription: {
    id: 'subscriptionId',
    operations: ['createEventSubscription', 'updateEventSubscription'],
  },
  RiskAssessment: { id: 'assessmentId', operations: ['submitRiskAssessment'] },
};

type Item = Readonly<Record<string, unknown>>;

/** The resources in an answer: itself, the items of a page, the results of a batch. */
const resourcesIn = (
  operation: OperationEntry,
  body: Item | undefined,
): readonly { readonly name: string; readonly resource: Item; readonly at: string }[] => {
  const schema = operation.answer.body;
  if (schema?.$id === undefined || body === undefined) return [];
  const name = nameOf(schema);
  if (name in RESOURCES) return [{ name, resource: body, at: '' }];
  const page = /^(.+)Page$/.exec(name)?.[1];
  if (page !== undefined && page in RESOURCES && Array.isArray(body.items))
    return body.items.map((resource: Item, index: number) => ({
      name: page,
      resource,
      at: `/items/${index}`,
    }));
  return [];
};

/** Members that say what is to be done and not what is to be kept. */
const COMMANDS: ReadonlySet<string> = new Set(['clear', 'remark', 'extensions']);

/** What a change leaves of an order's packages is decided package by package, and not compared here. */
const isKept = (name: string): boolean => !COMMANDS.has(name);

/** What was accepted for a resource so far: the members of its creation, then those of each change. */
type Known = Map<string, { readonly members: Map<string, { value: unknown; from: number }> }>;

const obligatory = (claim: Claim): readonly string[] => [
  'EventSubscription',
  ...(claim.role === 'courier' ? ['Order', 'Waybill'] : []),
];

const remember = (known: Known, key: string, exchange: Exchange): void => {
  const members = known.get(key)?.members ?? new Map();
  for (const [name, value] of Object.entries((requestOf(exchange) ?? {}) as Item))
    if (isKept(name)) members.set(name, { value, from: exchange.seq });
  known.set(key, { members });
};

/** A person who was forgotten does not come back. */
const forget = (known: Known, exchange: Exchange): void => {
  const refs: readonly unknown[] = requestOf(exchange)?.consigneeRefs ?? [];
  for (const { members } of known.values()) {
    const consignee = members.get('consignee')?.value as
      | { readonly consigneeRef?: string }
      | undefined;
    if (consignee !== undefined && refs.includes(consignee.consigneeRef))
      members.delete('consignee');
  }
};

/** The terms of the other party, after a counter-proposal of its own. */
const isCountered = (name: string, { revision }: Item): boolean =>
  name === 'Agreement' && revision !== 1;

const propertiesOf = (name: string): Item =>
  (registry.schemas.get(name)?.schema.properties ?? {}) as Item;

/** Members that the system makes its own of what it is given, by the resource that has them. */
const DECIDED: Readonly<Record<string, readonly string[]>> = {
  // a slot is what is left of it
  CapacityOffer: ['slots'],
  // a cell with too few in it is suppressed
  IndicatorReport: ['value', 'suppressed'],
  // an order of a warehouse is not told back
  OutboundStatus: ['packages'],
  // what is asked for by name is given by value
  RevealGrant: ['fields'],
  // a report that is older than what is known changes nothing
  TransportLeg: ['reportRevision', 'co2eGrams'],
};

const isEchoed = (name: string, member: string): boolean =>
  isKept(member) && member in propertiesOf(name) && !(DECIDED[name]?.includes(member) ?? false);

/** Whether a request gives what is to be stored, and does not only say what is to be done with it. */
const isGiving = ({ method, answer }: OperationEntry): boolean =>
  method === 'PUT' ||
  method === 'PATCH' ||
  (method === 'POST' && (answer.status === 201 || answer.status === 202));

type Echo = {
  readonly name: string;
  readonly given: Item;
  readonly got: Item;
  readonly at: string;
};

/** What was given and what is answered of it, also item by item of a batch. */
const echoesIn = (operation: OperationEntry, exchange: Exchange): readonly Echo[] => {
  const { body } = operation.answer;
  const given = requestOf(exchange) as Item | undefined;
  const got = answerOf(exchange) as Item | undefined;
  if (body?.$id === undefined || given === undefined || got === undefined) return [];
  if (isGiving(operation) && exchange.intent !== 'NEGATIVE')
    return nameOf(body) in RESOURCES ? [] : [{ name: nameOf(body), given, got, at: '' }];
  const name = /^(.+)BatchResult$/.exec(nameOf(body))?.[1];
  const { items } = given;
  const { results } = got;
  if (name === undefined || !Array.isArray(items) || !Array.isArray(results)) return [];
  return results.flatMap(({ resource }: { readonly resource?: Item }, index) =>
    resource === undefined || items[index] === undefined
      ? []
      : [{ name, given: items[index] as Item, got: resource, at: `/results/${index}/resource` }],
  );
};

/** A member is shown as it was accepted, or is another at a place. */
const asAccepted = (at: readonly (number | Exchange)[], wrong: string | undefined): Finding =>
  demand(
    wrong === undefined,
    at,
    { en: 'the value that was accepted', zh: '已接受的值' },
    { en: 'another value, or none', zh: '另一值，或无' },
    { surface: 'body', ...(wrong === undefined ? {} : { pointer: wrong }) },
  );

/** Every member that was sent, and that the resource also has, comes back equal in answers, reads and lists. */
export const roundTripChecks: readonly Check[] = [
  {
    requirements: ['DSC-026'],
    cases: (claim) => obligatory(claim).map((name) => `round-trip.${name}`),
    judge: function* (transcript, claim): Generator<Observation> {
      const seen = seenOf(transcript, claim);
      const known: Known = new Map();
      // what was erased on request is not to come back
      const erased = new Set<unknown>();
      // two changes at once have no order that could be known from outside
      const raced = new Set(
        seen.exchanges.flatMap((exchange) =>
          exchange.probe === 'update-race' && isAccepted(exchange)
            ? [answerOf(exchange)?.orderNo]
            : [],
        ),
      );
      for (const exchange of seen.exchanges) {
        const operation = knownOperation(exchange.operation);
        if (exchange.to !== 'sut' || operation === undefined || !isAccepted(exchange)) continue;
        if (operation.operationId === 'requestErasure') forget(known, exchange);
        const body = answerOf(exchange) as Item | undefined;
        if (operation.operationId === 'requestErasure')
          for (const reference of requestOf(exchange)?.consigneeRefs ?? []) erased.add(reference);
        for (const { name, resource, at } of resourcesIn(operation, body)) {
          const about = RESOURCES[name];
          if (about === undefined || isCountered(name, resource)) continue;
          const key = `${exchange.from} ${name} ${String(resource[about.id])} ${String(resource.orderNo)}`;
          if (
            about.operations.includes(operation.operationId) &&
            at === '' &&
            exchange.intent !== 'NEGATIVE'
          )
            remember(known, key, exchange);
          const members = known.get(key)?.members;
          if (members === undefined || raced.has(resource.orderNo as string)) continue;
          for (const [member, { value, from }] of members) {
            if (!(member in propertiesOf(name))) continue;
            if (erased.has((value as Item | undefined)?.consigneeRef)) continue;
            const wrong = differenceFrom(value, resource[member], `${at}/${member}`);
            yield {
              requirement: 'DSC-026',
              case: `round-trip.${name}`,
              ...asAccepted(from === exchange.seq ? [exchange] : [exchange, from], wrong),
            };
          }
        }
      }
    },
  },
  {
    requirements: ['DSC-026'],
    cases: () => [],
    further: () => [...registry.schemas.keys()].map((name) => `round-trip.${name}`),
    judge: function* (transcript, claim): Generator<Observation> {
      const seen = seenOf(transcript, claim);
      for (const exchange of seen.exchanges) {
        const operation = knownOperation(exchange.operation);
        if (exchange.to !== 'sut' || operation === undefined || !isAccepted(exchange)) continue;
        for (const { name, given, got, at } of echoesIn(operation, exchange))
          for (const [member, value] of Object.entries(given)) {
            if (!isEchoed(name, member)) continue;
            const wrong = differenceFrom(value, got[member], `${at}/${member}`);
            yield {
              requirement: 'DSC-026',
              case: `round-trip.${name}`,
              ...asAccepted([exchange], wrong),
            };
          }
      }
    },
  },
];
