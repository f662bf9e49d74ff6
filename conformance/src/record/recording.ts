import type { JWK } from 'jose';
import { receiptFacts } from '../drive/disclosure.ts';
import { labelDigests } from '../drive/label-digests.ts';
import { decodedStep } from '../drive/operations.ts';
import { verifyV1a } from '../drive/signature.ts';
import { recordedBody } from '../transcript/body.ts';
import type {
  Exchange,
  Facts,
  HeaderList,
  RecordedBody,
  RecordedRequest,
  RecordedResponse,
} from '../transcript/format.ts';
import type { Recorder } from '../transcript/recorder.ts';
import { createRedactor } from '../transcript/redact.ts';
import type { Role } from '../words.ts';
import {
  type Fault,
  faultsOf,
  type Identified,
  identify,
  type NamedMessage,
  type Observed,
  type ObservedMessage,
} from './observed.ts';
import { redactHeaders, redactUrl } from './redact-envelope.ts';
import { redactMessage } from './redact-message.ts';
import { createNumbering, type Numbering, type Redacted } from './redacted.ts';
import { tellsOfPerson } from './sightings.ts';

/** What is written of an exchange before anybody may read it. */
type Written = Pick<Exchange, 'request' | 'response' | 'unanswered'> & {
  readonly isReduced?: true;
};

/** How bodies, headers and addresses are written. */
type Writer = (observed: Observed, identified: Identified) => Promise<Written>;

/** Whoever stands between systems writes down what went by. */
export type Recording = {
  /** Writes one exchange down, and says what was wrong with it. */
  readonly take: (
    observed: Observed,
  ) => Promise<{ readonly exchange: Exchange; readonly faults: readonly Fault[] }>;
};

export type RecordingOptions = {
  readonly recorder: Recorder;
  /** Both sides. */
  readonly parties: readonly { readonly role: Role; readonly partyId: string }[];
  /** `strict`: perhaps real people; `off`: invented ones, whose values stay. */
  readonly redact: 'strict' | 'off';
  /** The keys that a role publishes; `isFresh` where one was not among those known so far. */
  readonly keysOf: (role: Role, isFresh: boolean) => Promise<readonly JWK[]>;
};

const instant = (at: number): string => new Date(at).toISOString();

const requestOf = (
  observed: Observed,
  url: string,
  headers: HeaderList,
  body: RecordedBody | undefined,
): RecordedRequest => ({
  method: observed.method,
  url,
  headers,
  ...(body === undefined ? {} : { body }),
  sentAt: instant(observed.request.at),
});

const responseOf = (
  response: NonNullable<Observed['response']>,
  headers: HeaderList,
  body: RecordedBody | undefined,
): RecordedResponse => ({
  status: response.status,
  headers,
  ...(body === undefined ? {} : { body }),
  receivedAt: instant(response.at),
});

const unanswered = (observed: Observed): Pick<Exchange, 'unanswered'> => ({
  unanswered: observed.unanswered ?? 'RESET',
});

const wholeBody = (numberOf: Numbering, message: ObservedMessage): RecordedBody => ({
  utf8: JSON.stringify({
    $redacted: {
      class: 'unknown',
      kind: 'none',
      n: numberOf(message.bytes.join(' ')),
      valid: false,
    },
  } satisfies Redacted),
});

/** All that an address says, as text. */
const textsOf = ({ pathname, searchParams }: URL): readonly unknown[] => [
  pathname.split('/').map(decodedStep),
  [...searchParams],
];

/** Everything that could be of a person is taken out; a message that still seems to tell of one goes altogether. */
const strictWriter = (): Writer => {
  const numberOf = createNumbering();
  const bodyOf = (
    message: ObservedMessage,
    { name, parsed, issues }: NamedMessage,
  ): RecordedBody | undefined => {
    if (message.length !== undefined) return { length: message.length };
    if (message.bytes.length === 0) return undefined;
    if (name === undefined || parsed?.ok !== true) return wholeBody(numberOf, message);
    return { utf8: JSON.stringify(redactMessage(parsed.value, name, issues, numberOf)) };
  };
  const isTelling = ({ request, response }: Written): boolean =>
    [request, response].some(
      (side) =>
        side !== undefined &&
        tellsOfPerson([
          'url' in side ? textsOf(new URL(side.url)) : '',
          side.headers,
          side.body !== undefined && 'utf8' in side.body ? JSON.parse(side.body.utf8) : '',
        ]),
    );
  const reduced = (observed: Observed, { operation }: Identified): Written => ({
    request: requestOf(
      observed,
      `${new URL(observed.url).origin}${operation?.path ?? '/'}`,
      [],
      undefined,
    ),
    ...(observed.response === undefined
      ? unanswered(observed)
      : { response: responseOf(observed.response, [], undefined) }),
    isReduced: true,
  });
  return async (observed, identified) => {
    const { request, response } = observed;
    const written: Written = {
      request: requestOf(
        observed,
        redactUrl(observed.url, identified.operation, numberOf),
        redactHeaders(request.headers, numberOf),
        bodyOf(request, identified.request),
      ),
      ...(response === undefined
        ? unanswered(observed)
        : {
            response: responseOf(
              response,
              redactHeaders(response.headers, numberOf),
              bodyOf(response, identified.response),
            ),
          }),
    };
    return isTelling(written) ? reduced(observed, identified) : written;
  };
};

const bodyOf = async ({ bytes, length }: ObservedMessage): Promise<RecordedBody | undefined> =>
  length === undefined ? recordedBody(bytes) : { length };

/** Among invented people only secrets are taken out. */
const plainWriter = (): Writer => {
  const { headers, body } = createRedactor();
  return async (observed) => {
    const { request, response } = observed;
    return {
      request: requestOf(
        observed,
        observed.url,
        headers(request.headers),
        body(await bodyOf(request)),
      ),
      ...(response === undefined
        ? unanswered(observed)
        : {
            response: responseOf(response, headers(response.headers), body(await bodyOf(response))),
          }),
    };
  };
};

const isWhole = (message: ObservedMessage | undefined): boolean => message?.length === undefined;

const LABELLED: ReadonlySet<string> = new Set([
  'getWaybillLabel',
  'createWaybill',
  'createWaybillBatch',
]);

/** Writes down what goes by between systems, in the order in which it ends. */
export const createRecording = ({
  recorder,
  parties,
  redact,
  keysOf,
}: RecordingOptions): Recording => {
  const write = redact === 'strict' ? strictWriter() : plainWriter();
  const verified = async (
    from: Role,
    { headers, bytes }: ObservedMessage,
  ): Promise<Pick<Facts, 'signature' | 'signatureCount'>> => {
    // any other header may hold what no list of headers takes
    const given = new Headers(
      headers.flatMap(([name, value]): [string, string][] =>
        name.toLowerCase().startsWith('webhook-') ? [[name, value]] : [],
      ),
    );
    const known = await keysOf(from, false);
    if (known.length === 0) return {};
    const first = await verifyV1a(known, given, bytes);
    return first.signature === 'INVALID'
      ? verifyV1a(await keysOf(from, true), given, bytes)
      : first;
  };
  const proven = async (
    by: Role,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<Pick<Facts, 'receipts'>> => {
    const partyId = parties.find(({ role }) => role === by)?.partyId;
    return partyId === undefined || (await keysOf(by, false)).length === 0
      ? {}
      : receiptFacts(bytes, partyId, (isFresh) => keysOf(by, isFresh));
  };
  return {
    take: async (observed) => {
      const others = parties.filter(({ role }) => role !== observed.to);
      const identified = identify(
        observed,
        others.map(({ role }) => role),
      );
      const { from, operation, eventType } = identified;
      const faults = faultsOf(identified);
      const { isReduced, ...written } = await write(observed, identified);
      const isEvent = operation?.operationId === 'receiveEvent';
      const answer = isWhole(observed.response) ? observed.response : undefined;
      const facts: Facts = {
        ...(isEvent && isWhole(observed.request) ? await verified(from, observed.request) : {}),
        ...(answer !== undefined && LABELLED.has(operation?.operationId ?? '')
          ? { labelDigests: labelDigests(answer.bytes) }
          : {}),
        ...(answer === undefined ? {} : await proven(observed.to, answer.bytes)),
        ...(isReduced === undefined ? {} : { isReduced }),
        ...(isReduced === undefined || faults.length === 0
          ? {}
          : { faults: faults.map(({ of, pointer, rule }) => ({ of, pointer, rule })) }),
        milliseconds: observed.milliseconds,
      };
      const exchange: Exchange = recorder.record({
        kind: 'exchange',
        intent: 'OBSERVED',
        from,
        to: observed.to,
        ...(operation === undefined ? {} : { operation: operation.operationId }),
        ...(eventType === undefined ? {} : { eventType }),
        ...written,
        facts,
      });
      return { exchange, faults };
    },
  };
};
