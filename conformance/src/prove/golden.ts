import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { claimIn, judge } from '../judge.ts';
import { digestOf, toText } from '../transcript/chain.ts';
import type { Entry, Exchange, HeaderList, RecordedBody } from '../transcript/format.ts';
import { fromText } from '../transcript/read.ts';
import { SUITE_VERSION } from '../version.ts';
import type { CapabilityDocument, Outcome, Role, Text } from '../words.ts';

type Headers = Readonly<Record<string, string | null>>;
type Body = Readonly<Record<string, unknown>> | string;

/**
 * An exchange as a person writes it down. Headers that every such message has are added, unless they are written (`null`
 * leaves one out); a body that is a text stays the bytes that it is.
 */
export type WrittenExchange = {
  readonly operation?: string;
  readonly eventType?: string;
  readonly intent?: Exchange['intent'];
  readonly probe?: string;
  /** The probe of the accepted request that this one differs from in one way. */
  readonly twin?: string;
  /** Who asks; absent: the runner. */
  readonly from?: 'sut';
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: Headers;
    readonly body?: Body;
  };
  readonly response?: {
    readonly status: number;
    readonly headers?: Headers;
    readonly body?: Body;
  };
  readonly unanswered?: Exchange['unanswered'];
  readonly facts?: Exchange['facts'];
};

/** What every golden of a role begins with: a claim, and the signs that somebody lives there. */
export type GoldenParty = {
  readonly document: CapabilityDocument;
  readonly exchanges: readonly WrittenExchange[];
};

/** What a judge must make of some exchanges, by the texts of the requirements, and why. */
export type WrittenGolden = {
  readonly role: Role;
  readonly title: Text;
  readonly why: Text;
  readonly exchanges: readonly WrittenExchange[];
  /** By requirement; one that is not named must not fail. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** By requirement and case. */
  readonly cases?: Readonly<Record<string, 'held' | 'violated' | 'blocked'>>;
};

/** A stored transcript, with what it must come to. */
export type Golden = Pick<WrittenGolden, 'role' | 'outcomes' | 'cases'> & {
  readonly id: string;
  /** The file of the transcript. */
  readonly text: string;
};

const START = Date.UTC(2026, 10, 22);
const SECOND = 1000;
const at = (seq: number): string => new Date(START + seq * SECOND).toISOString();

const listOf = (usual: Headers, written: Headers = {}): HeaderList =>
  Object.entries({ ...usual, ...written }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );

const textOf = (body: Body): string => (typeof body === 'string' ? body : JSON.stringify(body));

const bodyOf = (body: Body | undefined): { readonly body?: RecordedBody } =>
  body === undefined ? {} : { body: { utf8: textOf(body) } };

const member = (body: Body | undefined, name: string): unknown =>
  typeof body === 'object' ? body[name] : undefined;

const requestHeaders = ({ request, eventType }: WrittenExchange, seq: number): Headers => ({
  'OpenWaybill-Version': SPOKEN_VERSION,
  ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
  ...(eventType === undefined
    ? {
        Authorization: 'Bearer [secret:1]',
        ...(request.method === 'POST'
          ? { 'Idempotency-Key': `019a3b10-5c00-7a10-8b20-${String(seq).padStart(12, '0')}` }
          : {}),
      }
    : {
        'Content-Type': 'application/cloudevents+json',
        'webhook-id': String(member(request.body, 'id')),
        'webhook-timestamp': String(START / SECOND + seq),
        'webhook-signature': 'v1a,c2lnbmF0dXJl',
      }),
});

const answerHeaders = ({ status, body }: NonNullable<WrittenExchange['response']>): Headers => ({
  'OpenWaybill-Version': SPOKEN_VERSION,
  'OpenWaybill-Sandbox': 'true',
  'Cache-Control': 'no-store',
  ...(body === undefined
    ? {}
    : { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' }),
  ...(Number.isInteger(member(body, 'revision')) ? { ETag: `"${member(body, 'revision')}"` } : {}),
});

const exchangeOf = (
  written: WrittenExchange,
  seq: number,
  seqOf: (probe: string) => number | undefined,
): Exchange => {
  const { request, response, twin, from, facts } = written;
  const twinOf = twin === undefined ? undefined : seqOf(twin);
  const isTold = written.eventType !== undefined;
  return {
    kind: 'exchange',
    seq,
    at: at(seq),
    intent:
      written.intent ??
      (twin !== undefined ? 'NEGATIVE' : isTold ? 'DELIVERY' : from === 'sut' ? 'SERVE' : 'PROBE'),
    ...(written.probe === undefined ? {} : { probe: written.probe }),
    ...(twinOf === undefined ? {} : { twinOf }),
    from: from ?? 'runner',
    to: from === undefined ? 'sut' : 'runner',
    ...(written.operation === undefined ? {} : { operation: written.operation }),
    ...(written.eventType === undefined ? {} : { eventType: written.eventType }),
    request: {
      method: request.method,
      url: request.url,
      headers: listOf(requestHeaders(written, seq), request.headers),
      ...bodyOf(request.body),
      sentAt: at(seq),
    },
    ...(response === undefined
      ? {}
      : {
          response: {
            status: response.status,
            headers: listOf(answerHeaders(response), response.headers),
            ...bodyOf(response.body),
            receivedAt: at(seq),
          },
        }),
    ...(written.unanswered === undefined ? {} : { unanswered: written.unanswered }),
    ...(facts === undefined ? {} : { facts }),
  };
};

/** The transcript of written exchanges: what a run would have added stands in it, and the chain is closed. */
export const goldenOf = async (
  id: string,
  written: WrittenGolden,
  { document, exchanges: begin }: GoldenParty,
): Promise<Golden> => {
  const { role, outcomes, cases } = written;
  const all = [...begin, ...written.exchanges];
  const seqOf = (probe: string): number | undefined => {
    const found = all.findIndex((one) => one.probe === probe);
    return found < 0 ? undefined : found + 1;
  };
  const entries: readonly Entry[] = [
    {
      kind: 'head',
      seq: 0,
      at: at(0),
      format: 'openwaybill-transcript/1',
      runId: '01a2008d-7400-7c39-b36c-e79cca8efa47',
      suite: { version: SUITE_VERSION },
      set: 'next',
      mode: 'CHECK',
      seed: 1,
      depth: 'CONTROLLED',
      patience: 1,
      claims: [{ role, document, digest: digestOf(JSON.stringify(document)) }],
      parties: [
        { id: 'sut', role, seat: 'SYSTEM', organisation: document.organisation.partyId },
        {
          id: 'runner',
          role: role === 'platform' ? 'courier' : 'platform',
          seat: 'RUNNER',
          organisation: 'RUNNER1',
        },
      ],
      redaction: { policy: 'CHECK', version: '1' },
    },
    ...all.map((one, index) => exchangeOf(one, index + 1, seqOf)),
    {
      kind: 'end',
      seq: all.length + 1,
      at: at(all.length + 1),
      entryCount: all.length + 2,
      complete: true,
    },
  ];
  return {
    id,
    role,
    outcomes,
    ...(cases === undefined ? {} : { cases }),
    text: toText({ entries }),
  };
};

/** Where the judge differs from what a stored transcript must come to. */
export const differencesOfGolden = async ({
  role,
  text,
  outcomes,
  cases = {},
}: Golden): Promise<readonly string[]> => {
  const read = fromText(text);
  if (!read.ok) return [`line ${read.line}: ${read.text.en}`];
  const { requirements } = await judge(read.transcript, claimIn(read.transcript, role));
  const got = new Map<string, Outcome>(requirements.map((one) => [one.id, one.outcome]));
  const states = new Map<string, string>(
    requirements.flatMap(({ id, cases: all }) =>
      all.map((one) => [`${id} ${one.id}`, one.state] as const),
    ),
  );
  return [
    ...Object.entries(outcomes).flatMap(([requirement, want]) =>
      got.get(requirement) === want
        ? []
        : [`${requirement}: wanted ${want}, got ${got.get(requirement) ?? 'nothing'}`],
    ),
    ...[...got].flatMap(([requirement, outcome]) =>
      outcome === 'failed' && outcomes[requirement] === undefined
        ? [`${requirement}: wanted no finding, got failed`]
        : [],
    ),
    ...Object.entries(cases).flatMap(([name, want]) =>
      states.get(name) === want
        ? []
        : [`${name}: wanted ${want}, got ${states.get(name) ?? 'nothing'}`],
    ),
  ];
};
