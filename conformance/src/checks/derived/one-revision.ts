import { registry } from '@openwaybill/schemas';
import type { Check, Claim, Finding, Observation } from '../../words.ts';
import { holds, violated } from '../check.ts';
import { type Seen, seenOf } from '../seen.ts';
import { differenceIn } from './difference.ts';
import { type Item, idMemberOf, type Telling, tellingsOf } from './tellings.ts';

/** What never changes once it is said, and so has no revision. */
const CONSTANT: Readonly<Record<string, string>> = {
  CloudEvent: 'id',
  TrackingEvent: 'eventId',
};

/** Events that tell of one revision of a resource, by their payload. */
const OF_RESOURCE: Readonly<Record<string, string>> = {
  AgreementStatusChange: 'Agreement',
  ChargeAdviceIssue: 'ChargeAdvice',
  ClaimChange: 'Claim',
  ComplaintAnswered: 'Complaint',
  InterruptionUpdate: 'InterruptionNotice',
  MatchChange: 'MatchProposal',
  OrderStatusChange: 'Order',
  OutboundStatusChange: 'OutboundStatus',
  OutletFilingChange: 'OutletFiling',
  PassPermitChange: 'PassPermit',
  ReturnStatusChange: 'Return',
  StatementIssue: 'Statement',
  WaybillStatusChange: 'Waybill',
};

/** Members that count on while the revision stays, as that of an agreement, and those that another requirement compares. */
const WITHOUT_REVISION: Readonly<Record<string, readonly string[]>> = {
  Agreement: ['status', 'signatures', 'updatedAt'],
  CloudEvent: ['sequence'],
  EventSubscription: ['failureCount', 'lastSequence'],
  // by the fold of the moment at which it is read
  TrackingEvent: ['anomaly', 'anomalyReason'],
  // drawn anew where it is asked for again
  Waybill: ['label'],
};

/** What a change of status calls the members of the resource. */
const asResource = ({ toStatus, ...value }: Item): Item => ({
  ...value,
  ...(toStatus === undefined ? {} : { status: toStatus }),
});

/** What of a telling must be the same in every other of its revision. */
const compared = ({ name, value }: Telling): Item => {
  const resource = OF_RESOURCE[name];
  const members = resource === undefined ? value : asResource(value);
  const left = WITHOUT_REVISION[resource ?? name];
  return left === undefined
    ? members
    : Object.fromEntries(Object.entries(members).filter(([member]) => !left.includes(member)));
};

/** What one thing said is compared with everything else that was said of: the same thing at the same revision, to the same ears. */
const keyOf = (telling: Telling): string | undefined => {
  const { name, value, exchange } = telling;
  const constant = CONSTANT[name];
  if (constant !== undefined) return `${name} ${String(value[constant])}`;
  const resource = OF_RESOURCE[name] ?? name;
  const id = idMemberOf(resource);
  if (id === undefined || value.revision === undefined || value[id] === undefined) return undefined;
  const ears = exchange.to === 'sut' ? exchange.from : exchange.to;
  return [ears, resource, value[id], value.carrierCode ?? '', value.revision].join(' ');
};

function* compare(seen: Seen): Generator<readonly [string, Finding]> {
  const first = new Map<string, Telling>();
  for (const telling of tellingsOf(seen)) {
    const key = keyOf(telling);
    if (key === undefined) continue;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, telling);
      continue;
    }
    const wrong = differenceIn(compared(before), compared(telling), '');
    yield [
      telling.name,
      wrong === undefined
        ? holds([telling.exchange, before.exchange], 'body')
        : violated(
            [telling.exchange, before.exchange],
            { en: 'what was told of this revision before', zh: '与先前对此版本的陈述相同' },
            { en: 'another value', zh: '另一值' },
            { pointer: `${telling.pointer}${wrong}`, surface: 'body' },
          ),
    ];
  }
}

const obligatory = (claim: Claim): readonly string[] =>
  claim.role === 'courier' ? ['Order', 'Waybill', 'EventSubscription'] : ['EventSubscription'];

/** Everything that is one thing wherever it is told of, even where a role never tells of it. */
const FURTHER = [
  ...Object.keys(CONSTANT),
  ...Object.keys(OF_RESOURCE),
  ...[...registry.schemas].flatMap(([name, { schema }]) =>
    'revision' in ((schema as { readonly properties?: object }).properties ?? {}) ? name : [],
  ),
].map((name) => `one-revision.${name}`);

/** A resource at one revision is the same in every answer, list and event. */
export const revisionChecks: readonly Check[] = [
  {
    requirements: ['DSC-026'],
    cases: (claim) => obligatory(claim).map((name) => `one-revision.${name}`),
    further: () => FURTHER,
    judge: function* (transcript, claim): Generator<Observation> {
      for (const [name, finding] of compare(seenOf(transcript, claim)))
        yield { requirement: 'DSC-026', case: `one-revision.${name}`, ...finding };
    },
  },
];
