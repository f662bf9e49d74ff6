import { nameOf, type OperationEntry, registry } from '@openwaybill/schemas';
import { knownOperation } from '../../drive/operations.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Claim, Observation } from '../../words.ts';
import { seenOf } from '../seen.ts';

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

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

/** Where two values differ: instants as instants, everything else by value; members that only the answer has are its own. */
const difference = (given: unknown, got: unknown, at: string): string | undefined => {
  if (typeof given === 'string' && typeof got === 'string') {
    if (given.normalize('NFC') === got.normalize('NFC')) return undefined;
    const isInstant = INSTANT.test(given) && INSTANT.test(got);
    return isInstant && Date.parse(given) === Date.parse(got) ? undefined : at;
  }
  if (Array.isArray(given)) {
    if (!Array.isArray(got) || got.length !== given.length) return at;
    for (const [index, one] of given.entries()) {
      const found = difference(one, got[index], `${at}/${index}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof given === 'object' && given !== null) {
    if (typeof got !== 'object' || got === null) return at;
    for (const [name, one] of Object.entries(given)) {
      const found = difference(one, (got as Item)[name], `${at}/${name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return given === got ? undefined : at;
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
            const wrong = difference(value, resource[member], `${at}/${member}`);
            yield {
              requirement: 'DSC-026',
              case: `round-trip.${name}`,
              at: from === exchange.seq ? [exchange.seq] : [exchange.seq, from],
              surface: 'body',
              ...(wrong === undefined
                ? { says: 'HOLDS' as const }
                : {
                    says: 'VIOLATED' as const,
                    pointer: wrong,
                    expected: 'the value that was accepted',
                    actual: 'another value, or none',
                  }),
            };
          }
        }
      }
    },
  },
];
