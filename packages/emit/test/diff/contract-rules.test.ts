import { expect, test } from 'vitest';
import { diffContracts, type Finding, type Party, RULES } from '../../src/diff/index.ts';
import {
  contractWith,
  type Draft,
  operation,
  operationOf,
  refTo,
  requirement,
  requirementOf,
  text,
} from './_contract.ts';

type Want = {
  readonly rule: string;
  readonly verdict: string;
  readonly hurt: readonly string[];
  /** `exchange`, `undetectable`, or nothing. */
  readonly shows?: string;
};
type Case = readonly [
  title: string,
  {
    readonly given: (now: Draft) => void;
    readonly before?: (old: Draft) => void;
    readonly want: Want;
  },
];

const said = ({ roles, position }: Party): string =>
  `${roles.length > 3 ? 'all' : roles.join(', ')} as ${position}`;

const CALLER = 'platform as caller';
const SERVER = 'courier as server';
const RECEIVER = 'platform, merchant as receiver';

const event = (contract: Draft): Draft => contract.events[0];
const lifecycle = (contract: Draft): Draft => contract.lifecycles[0];

/** A list of states that may grow and falls back to one of them. */
const openStates = (contract: Draft): void => {
  contract.codeLists.push({
    name: 'ParcelStatus',
    version: '2026-11',
    title: text('Status'),
    description: text('Status'),
    growth: { fallback: 'MADE' },
    codes: { MADE: text('Made'), SENT: text('Sent'), GONE: text('Gone') },
    module: 'order',
  });
};

const CASES: readonly Case[] = [
  [
    'an event is added',
    {
      given: (now) => now.events.push({ ...event(now), type: 'org.openwaybill.order.parcel.lost' }),
      want: { rule: 'CMP-040', verdict: 'minor', hurt: [] },
    },
  ],
  [
    'an event is told of more states',
    {
      given: (now) => event(now).states.push('GONE'),
      want: { rule: 'CMP-040', verdict: 'minor', hurt: [] },
    },
  ],
  [
    'an event is removed',
    {
      given: (now) => now.events.pop(),
      want: { rule: 'CMP-041', verdict: 'major', hurt: [RECEIVER], shows: 'exchange' },
    },
  ],
  [
    'an event is told to fewer roles',
    {
      given: (now) => event(now).to.pop(),
      want: {
        rule: 'CMP-041',
        verdict: 'major',
        hurt: ['merchant as receiver'],
        shows: 'exchange',
      },
    },
  ],
  [
    'an event that was told of all states is told of one',
    {
      before: (old) => {
        event(old).states = undefined;
      },
      given: (now) => {
        event(now).states = ['SENT'];
      },
      want: { rule: 'CMP-041', verdict: 'major', hurt: [RECEIVER], shows: 'exchange' },
    },
  ],
  [
    'an operation is added that nobody has to serve',
    {
      given: (now) =>
        now.operations.push(
          operation('drop-parcel', {
            method: 'POST',
            path: '/v1/parcels/drop',
            answer: { status: 204 },
          }),
        ),
      want: { rule: 'CMP-050', verdict: 'minor', hurt: [] },
    },
  ],
  [
    'an operation is opened to another role',
    {
      given: (now) => operationOf(now, 'get-parcel').calledBy.push('merchant'),
      want: { rule: 'CMP-050', verdict: 'minor', hurt: [] },
    },
  ],
  [
    'an operation is added that a class there was must serve',
    {
      given: (now) => {
        now.operations.push(
          operation('drop-parcel', {
            method: 'POST',
            path: '/v1/parcels/drop',
            answer: { status: 204 },
            requirements: ['ORD-004'],
          }),
        );
        now.requirements.push(requirement('ORD-004', 'MUST', { about: 'drop-parcel' }));
      },
      want: { rule: 'CMP-051', verdict: 'major', hurt: [SERVER], shows: 'exchange' },
    },
  ],
  [
    'another role has to serve an operation',
    {
      given: (now) => operationOf(now, 'get-parcel').servedBy.push('hub'),
      want: { rule: 'CMP-051', verdict: 'major', hurt: ['hub as server'], shows: 'exchange' },
    },
  ],
  [
    'a must that binds who offers the operation makes it no duty',
    {
      given: (now) => {
        now.operations.push(
          operation('drop-parcel', {
            method: 'POST',
            path: '/v1/parcels/drop',
            answer: { status: 204 },
            requirements: ['ORD-004'],
          }),
        );
        now.requirements.push(
          requirement('ORD-004', 'MUST', { about: 'drop-parcel', when: { offers: 'dropParcel' } }),
        );
      },
      want: { rule: 'CMP-050', verdict: 'minor', hurt: [] },
    },
  ],
  [
    'an operation is removed',
    {
      given: (now) => now.operations.shift(),
      want: { rule: 'CMP-052', verdict: 'major', hurt: [CALLER], shows: 'exchange' },
    },
  ],
  [
    'a role may not call any more',
    {
      before: (old) => operationOf(old, 'get-parcel').calledBy.push('merchant'),
      given: (now) => operationOf(now, 'get-parcel').calledBy.pop(),
      want: { rule: 'CMP-052', verdict: 'major', hurt: ['merchant as caller'], shows: 'exchange' },
    },
  ],
  [
    'a success status is removed',
    {
      before: (old) => {
        operationOf(old, 'get-parcel').answer.also = [202];
      },
      given: (now) => {
        operationOf(now, 'get-parcel').answer.also = undefined;
      },
      want: { rule: 'CMP-052', verdict: 'major', hurt: [CALLER], shows: 'exchange' },
    },
  ],
  [
    'a parameter becomes required',
    {
      given: (now) => operationOf(now, 'list-parcels').requiredQuery.push('depot'),
      want: { rule: 'CMP-053', verdict: 'major', hurt: [CALLER], shows: 'exchange' },
    },
  ],
  [
    'a key of idempotency is asked for',
    {
      before: (old) => {
        operationOf(old, 'send-parcel').idempotencyKey = 'none';
      },
      given: (now) => {
        operationOf(now, 'send-parcel').idempotencyKey = undefined;
      },
      want: { rule: 'CMP-053', verdict: 'major', hurt: [CALLER], shows: 'exchange' },
    },
  ],
  [
    'an optional parameter is added',
    {
      given: (now) => {
        operationOf(now, 'list-parcels').query.size = {
          type: 'string',
          minLength: 1,
          maxLength: 9,
        };
      },
      want: { rule: 'CMP-054', verdict: 'minor', hurt: [] },
    },
  ],
  [
    'a required parameter becomes optional',
    {
      given: (now) => {
        operationOf(now, 'list-parcels').requiredQuery = [];
      },
      want: { rule: 'CMP-003', verdict: 'major', hurt: [SERVER], shows: 'exchange' },
    },
  ],
  [
    'a parameter takes fewer texts',
    {
      given: (now) => {
        operationOf(now, 'list-parcels').query.depot.maxLength = 5;
      },
      want: { rule: 'CMP-013', verdict: 'major', hurt: [CALLER], shows: 'not-found' },
    },
  ],
  [
    'an operation has another name on the same route',
    {
      given: (now) => {
        Object.assign(operationOf(now, 'get-parcel'), {
          name: 'read-parcel',
          operationId: 'readParcel',
        });
      },
      want: { rule: 'CMP-055', verdict: 'major', hurt: [CALLER, SERVER], shows: 'undetectable' },
    },
  ],
  [
    'a success status is added',
    {
      given: (now) => {
        operationOf(now, 'send-parcel').answer.also = [202];
      },
      want: { rule: 'CMP-056', verdict: 'major', hurt: [CALLER], shows: 'exchange' },
    },
  ],
  [
    'a path changes',
    {
      given: (now) => {
        operationOf(now, 'get-parcel').path = '/v1/packages/{parcelNo}';
      },
      want: { rule: 'CMP-057', verdict: 'major', hurt: [CALLER, SERVER], shows: 'exchange' },
    },
  ],
  [
    'an operation is deprecated',
    {
      given: (now) => {
        operationOf(now, 'get-parcel').deprecated = true;
      },
      want: { rule: 'CMP-023', verdict: 'minor', hurt: [] },
    },
  ],
  [
    'an answer has no body any more',
    {
      given: (now) => {
        operationOf(now, 'get-parcel').answer.body = undefined;
      },
      want: { rule: 'CMP-006', verdict: 'major', hurt: [CALLER], shows: 'exchange' },
    },
  ],
  [
    'a problem comes under a status that there was',
    {
      given: (now) => operationOf(now, 'get-parcel').problems.push('GONE'),
      want: { rule: 'CMP-060', verdict: 'minor', hurt: [] },
    },
  ],
  [
    'a problem brings another status',
    {
      given: (now) => operationOf(now, 'get-parcel').problems.push('STATE_ILLEGAL'),
      want: { rule: 'CMP-061', verdict: 'minor', hurt: [] },
    },
  ],
  [
    'a problem may be tried again',
    {
      given: (now) => {
        now.problems.NOT_FOUND.retryable = true;
      },
      want: { rule: 'CMP-062', verdict: 'major', hurt: [CALLER], shows: 'exchange' },
    },
  ],
  [
    'a problem leaves the table',
    {
      given: (now) => {
        now.problems.NOT_FOUND = undefined;
        now.problems = JSON.parse(JSON.stringify(now.problems));
      },
      want: { rule: 'CMP-063', verdict: 'major', hurt: [CALLER], shows: 'undetectable' },
    },
  ],
  [
    'an operation gives a problem up',
    {
      given: (now) => {
        operationOf(now, 'get-parcel').problems = [];
      },
      want: { rule: 'CMP-063', verdict: 'major', hurt: [CALLER], shows: 'undetectable' },
    },
  ],
  [
    'a transition is added',
    {
      given: (now) =>
        lifecycle(now).transitions.push({
          kind: 'observation',
          on: 'LOST',
          from: ['SENT'],
          to: 'GONE',
        }),
      want: { rule: 'CMP-070', verdict: 'minor', hurt: [] },
    },
  ],
  [
    'a state is added that old receivers do not know',
    {
      given: (now) => {
        lifecycle(now).states.HELD = { ...text('Held'), terminal: false };
      },
      want: { rule: 'CMP-071', verdict: 'major', hurt: [CALLER, RECEIVER], shows: 'exchange' },
    },
  ],
  [
    'a state is added that falls back to one there was',
    {
      before: openStates,
      given: (now) => {
        lifecycle(now).states.HELD = { ...text('Held'), terminal: false };
      },
      want: { rule: 'CMP-071', verdict: 'minor', hurt: [] },
    },
  ],
  [
    'a transition is removed',
    {
      given: (now) => lifecycle(now).transitions.splice(1, 1),
      want: { rule: 'CMP-072', verdict: 'major', hurt: [CALLER], shows: 'exchange' },
    },
  ],
  [
    'a transition is guarded',
    {
      given: (now) => {
        lifecycle(now).transitions[1].guard = { name: 'PAID', text: text('paid') };
      },
      want: { rule: 'CMP-072', verdict: 'major', hurt: [CALLER], shows: 'exchange' },
    },
  ],
  [
    'a state is made the last one',
    {
      given: (now) => {
        lifecycle(now).states.SENT.terminal = true;
      },
      want: { rule: 'CMP-072', verdict: 'major', hurt: [CALLER], shows: 'exchange' },
    },
  ],
  [
    'a must is added to a class that there was',
    {
      given: (now) => now.requirements.push(requirement('ORD-009', 'MUST')),
      want: { rule: 'CMP-080', verdict: 'major', hurt: [SERVER], shows: 'undetectable' },
    },
  ],
  [
    'a should is added to a class that there was',
    {
      given: (now) => now.requirements.push(requirement('ORD-009', 'SHOULD')),
      want: { rule: 'CMP-080', verdict: 'minor', hurt: [SERVER] },
    },
  ],
  [
    'a requirement binds another role',
    {
      given: (now) => requirementOf(now, 'ORD-001').roles.push('hub'),
      want: { rule: 'CMP-080', verdict: 'major', hurt: ['hub as server'], shows: 'undetectable' },
    },
  ],
  [
    'a should becomes a must',
    {
      given: (now) => {
        requirementOf(now, 'ORD-002').level = 'MUST';
      },
      want: { rule: 'CMP-081', verdict: 'major', hurt: [SERVER], shows: 'undetectable' },
    },
  ],
  [
    'a may becomes a should',
    {
      given: (now) => {
        requirementOf(now, 'ORD-003').level = 'SHOULD';
      },
      want: { rule: 'CMP-081', verdict: 'minor', hurt: [SERVER] },
    },
  ],
  [
    'a must becomes a should',
    {
      given: (now) => {
        requirementOf(now, 'ORD-001').level = 'SHOULD';
      },
      want: { rule: 'CMP-082', verdict: 'major', hurt: ['all as caller'], shows: 'undetectable' },
    },
  ],
  [
    'a may is withdrawn',
    {
      given: (now) => now.requirements.pop(),
      want: { rule: 'CMP-082', verdict: 'minor', hurt: ['all as caller'] },
    },
  ],
  [
    'a module of a class of its own is added',
    {
      given: (now) =>
        now.modules.push({
          ...now.modules[0],
          name: 'locker',
          chapter: 2,
          conformanceClass: 'locker',
        }),
      want: { rule: 'CMP-083', verdict: 'minor', hurt: [] },
    },
  ],
  [
    'a token is asked for where none was',
    {
      before: (old) => {
        operationOf(old, 'get-parcel').token = 'none';
      },
      given: (now) => {
        operationOf(now, 'get-parcel').token = undefined;
      },
      want: { rule: 'CMP-090', verdict: 'major', hurt: [CALLER, SERVER], shows: 'exchange' },
    },
  ],
  [
    'an event is named after another member',
    {
      given: (now) => {
        event(now).subject = 'note';
      },
      want: { rule: 'CMP-093', verdict: 'major', hurt: [RECEIVER], shows: 'undetectable' },
    },
  ],
  [
    'a timer waits for another instant',
    {
      given: (now) => {
        lifecycle(now).transitions[2].due = 'sentAt';
      },
      want: { rule: 'CMP-093', verdict: 'major', hurt: [CALLER, RECEIVER], shows: 'undetectable' },
    },
  ],
  [
    'a view shows another member',
    {
      given: (now) => now.policy.views.routing.members.push('nameMasked'),
      want: { rule: 'CMP-100', verdict: 'forbidden', hurt: [], shows: 'undetectable' },
    },
  ],
  [
    'a cell of the matrix shows another view',
    {
      given: (now) => now.policy.matrix.COURIER.ORDERED.shows.push('own'),
      want: { rule: 'CMP-100', verdict: 'forbidden', hurt: [], shows: 'undetectable' },
    },
  ],
  [
    'a view shows less',
    {
      given: (now) => now.policy.views.own.members.pop(),
      want: { rule: 'CMP-101', verdict: 'erratum', hurt: [] },
    },
  ],
  [
    'an answer must not be cached any more',
    {
      given: (now) => {
        operationOf(now, 'get-parcel').noStore = true;
      },
      want: { rule: 'CMP-101', verdict: 'erratum', hurt: [] },
    },
  ],
  [
    'a sentence of a requirement is rewritten',
    {
      given: (now) => {
        requirementOf(now, 'ORD-001').text = text('said better');
      },
      want: { rule: 'CMP-110', verdict: 'patch', hurt: [] },
    },
  ],
];

test.each(CASES)('%s', (_title, { given, before = () => {}, want }) => {
  const diff = diffContracts(contractWith(before), contractWith(before, given), { samples: 0 });
  expect(diff.findings.map(({ rule }) => rule)).toContain(want.rule);
  const finding = diff.findings.find(({ rule }) => rule === want.rule) as Finding;
  expect({
    rule: finding.rule,
    verdict: finding.verdict,
    hurt: finding.hurt.map(said),
    shows: finding.evidence?.kind,
  }).toEqual({ shows: undefined, ...want });
});

test('a change of another body of another name is compared where it stands', () => {
  const diff = diffContracts(
    contractWith(),
    contractWith((now) => {
      now.schemas.Crate = structuredClone(now.schemas.Parcel);
      now.schemas.Crate.schema.$id = refTo('Crate').$ref;
      now.schemas.Crate.schema.required.push('note');
      operationOf(now, 'send-parcel').request = 'Crate';
    }),
    { samples: 0 },
  );
  expect(diff.findings.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual([
    'CMP-055 /request',
    'CMP-004 /request/note',
  ]);
});

test('what people declare is judged by the policy, too', () => {
  const diff = diffContracts(contractWith(), contractWith(), {
    samples: 0,
    declared: [
      {
        rule: 'CMP-102',
        subject: { kind: 'operation', name: 'send-parcel' },
        pointer: '',
        what: text('tokens are bound to their audience'),
      },
    ],
  });
  expect([diff.verdict, RULES['CMP-102'].verdict]).toEqual(['erratum', 'erratum']);
});
