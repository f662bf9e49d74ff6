import { ROLES, type Role } from '@openwaybill/schemas';
import { type TProperties, type TSchema, Type } from '@sinclair/typebox';
import { At, BothTexts, Count, closed, Digest, oneOf } from '../result/form.ts';
import type { Entry, Head } from './format.ts';

const AnyRole = oneOf(Object.keys(ROLES) as Role[]);
/** A role, or the name by which a run calls one of its parts. */
const AnyParty = Type.String({ pattern: '^[a-z][a-z-]{0,31}$' });
const Strings = Type.Array(Type.String());
const Scenario = Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,80}$' }));

/** One kind of line: the head is bare, every other one vouches for the line before it. */
const entry = <K extends Entry['kind']>(kind: K, properties: TProperties) =>
  closed({
    kind: Type.Literal(kind),
    seq: Count,
    ...(kind === 'head' ? {} : { previous: Digest }),
    at: At,
    ...properties,
  });

const Headers = Type.Array(Type.Tuple([Type.String(), Type.String()]));

const Body = Type.Union([
  closed({ utf8: Type.String() }),
  closed({ base64: Type.String() }),
  closed({ length: Count, sha256: Type.Optional(Digest), head: Type.Optional(Type.String()) }),
]);

const Key = closed({ crv: Type.Optional(Type.String()), x: Type.Optional(Type.String()) });

const HEAD = {
  format: Type.Literal('openwaybill-transcript/1' satisfies Head['format']),
  runId: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
  suite: closed({ version: Type.String() }),
  set: Type.String(),
  mode: oneOf(['CHECK', 'BETWEEN', 'RECORD']),
  seed: Type.Integer(),
  depth: oneOf(['WIRE', 'CONTROLLED', 'INSTRUMENTED']),
  instruments: Type.Optional(Type.Array(oneOf(['LABELS', 'LOG']))),
  patience: Type.Number(),
  plan: Type.Optional(
    closed({
      scenarios: Strings,
      isPart: Type.Boolean(),
      requirements: Type.Optional(Strings),
      classes: Type.Optional(Strings),
      shard: Type.Optional(closed({ index: Count, count: Count })),
      refused: Type.Optional(Type.Literal('PRODUCTION')),
      isStrict: Type.Optional(Type.Literal(true)),
    }),
  ),
  claims: Type.Array(
    closed({
      role: AnyRole,
      document: Type.Unknown(),
      supplement: Type.Optional(Type.Unknown()),
      digest: Digest,
      build: Type.Optional(Type.String()),
      keys: Type.Optional(Type.Array(Key)),
    }),
  ),
  parties: Type.Array(
    closed({
      id: AnyParty,
      role: AnyRole,
      seat: oneOf(['SYSTEM', 'RUNNER', 'OBSERVED']),
      organisation: Type.String(),
    }),
  ),
  redaction: closed({ policy: oneOf(['CHECK', 'RECORD']), version: Type.String() }),
  carries: Type.Optional(Type.Literal('MESSAGES')),
};

const Worth = oneOf(['VALID', 'INVALID', 'ABSENT']);

const FactsForm = closed({
  signature: Type.Optional(Worth),
  signatureCount: Type.Optional(Count),
  answerSignature: Type.Optional(oneOf(['VALID', 'ABSENT', 'UNBOUND', 'INVALID'])),
  tokenAudienceRight: Type.Optional(Type.Boolean()),
  tokenLifetimeSeconds: Type.Optional(Type.Integer()),
  labelDigests: Type.Optional(Type.Array(oneOf(['RIGHT', 'WRONG']))),
  opens: Type.Optional(Type.Boolean()),
  receipts: Type.Optional(Type.Array(oneOf(['VALID', 'INVALID']))),
  sealed: Type.Optional(Type.Array(Type.Union([Type.Literal('UNOPENED'), Strings]))),
  label: Type.Optional(
    closed({
      text: Type.Optional(Type.String()),
      codes: Type.Optional(Strings),
      metadata: Strings,
    }),
  ),
  milliseconds: Type.Optional(Type.Number()),
  isReduced: Type.Optional(Type.Literal(true)),
  faults: Type.Optional(
    Type.Array(
      closed({
        of: oneOf(['request', 'response']),
        pointer: Type.String(),
        rule: Type.String(),
      }),
    ),
  ),
});

const EXCHANGE = {
  scenario: Scenario,
  step: Type.Optional(Count),
  intent: oneOf([
    'PREPARE',
    'CONTROL',
    'PROBE',
    'NEGATIVE',
    'READ_BACK',
    'SERVE',
    'DELIVERY',
    'TEST_CONTROL',
    'OBSERVED',
  ]),
  probe: Type.Optional(Type.String()),
  twinOf: Type.Optional(Count),
  from: AnyParty,
  to: AnyParty,
  operation: Type.Optional(Type.String()),
  eventType: Type.Optional(Type.String()),
  request: closed({
    method: Type.String(),
    url: Type.String(),
    headers: Headers,
    body: Type.Optional(Body),
    sentAt: At,
  }),
  response: Type.Optional(
    closed({
      status: Type.Integer(),
      headers: Headers,
      body: Type.Optional(Body),
      receivedAt: At,
    }),
  ),
  unanswered: Type.Optional(oneOf(['DNS', 'REFUSED', 'TLS', 'RESET', 'TIMEOUT'])),
  facts: Type.Optional(FactsForm),
};

const Rung = oneOf(['CONSTRUCT', 'DISCOVER', 'TEST_CONTROL', 'OPERATOR']);

/** The form of each kind of line. */
export const LINE_FORMS = {
  head: entry('head', HEAD),
  mark: entry('mark', {
    scenario: Type.String(),
    step: Type.Optional(Count),
    title: BothTexts,
    edge: oneOf(['BEGIN', 'END', 'LEFT_OUT']),
    reason: Type.Optional(Type.String()),
  }),
  exchange: entry('exchange', EXCHANGE),
  prepared: entry('prepared', {
    scenario: Scenario,
    need: Type.String(),
    rung: Type.Optional(Rung),
    tried: Type.Array(closed({ rung: Rung, why: Type.String(), zh: Type.Optional(Type.String()) })),
    result: Type.Optional(
      Type.Record(Type.String(), Type.String(), { additionalProperties: false }),
    ),
    blocked: Type.Optional(Type.String()),
  }),
  clock: entry('clock', {
    scenario: Scenario,
    system: AnyParty,
    before: At,
    after: At,
    by: Type.String(),
    firedCount: Type.Optional(Count),
  }),
  canary: entry('canary', {
    scenario: Scenario,
    number: Count,
    label: Type.String(),
    holder: closed({
      party: AnyParty,
      organisation: Type.String(),
      role: AnyRole,
      stage: Type.String(),
    }),
  }),
  log: entry('log', { lines: Strings }),
  harness: entry('harness', { scenario: Scenario, issue: Type.String() }),
  negatives: entry('negatives', {
    scenario: Scenario,
    operation: Type.String(),
    made: Count,
    discarded: Count,
  }),
  note: entry('note', { text: Type.String() }),
  end: entry('end', {
    entryCount: Count,
    complete: Type.Boolean(),
    reason: Type.Optional(oneOf(['INTERRUPTED', 'FAIL_FAST', 'NO_TOKEN', 'SYSTEM_LOST'])),
    detail: Type.Optional(BothTexts),
    seal: Digest,
  }),
} as const satisfies Record<Entry['kind'], TSchema>;

/** One line of a transcript, as it is published. */
export const TranscriptForm = Type.Union(Object.values(LINE_FORMS), {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://openwaybill.org/schemas/transcript/1.json',
});
