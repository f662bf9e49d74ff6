import {
  nameOf,
  type OperationEntry,
  type ProblemCode,
  problems,
  problemType,
  type Role,
  SERVING_ROLES,
  SPOKEN_VERSION,
} from '@openwaybill/schemas';
import { judge, parseJson } from '@openwaybill/validate';
import type { JWK } from 'jose';
import { isMisreading } from '../checks/broken-form.ts';
import { recordedBody } from '../transcript/body.ts';
import { CHALLENGE } from '../transcript/challenge.ts';
import type { Exchange, Facts, RecordedRequest } from '../transcript/format.ts';
import { type Credentials, castOf } from './identity.ts';
import { routeOf } from './operations.ts';
import { demandOwnMessage, requestSchemaOf } from './own-message.ts';
import { defaultAnswer } from './peer-answers.ts';
import { peerCapabilities } from './peer-capabilities.ts';
import { base32, randomOf } from './random.ts';
import { refreshKeys } from './refresh-keys.ts';
import { opens } from './sealing.ts';
import { placeOf, type Session } from './session.ts';
import { verifyV1a } from './signature.ts';
import type { Answer, AnswerMaker, Inbox, InboxAnswer, PeerRequest } from './stage.ts';

/** Seconds that a token of the peer lives. */
const TOKEN_LIFE = 600;

/** The runner's own serving side: dull, without lifecycle or opinions. */
export type Peer = {
  readonly url: () => string;
  readonly serve: (operationId: string, answers: readonly AnswerMaker[]) => void;
  readonly inbox: (scenario: string) => Inbox;
  /** Forgets what a scenario laid out. */
  readonly clear: () => void;
  readonly handle: (request: Request) => Promise<Response | 'RESET' | 'SILENCE'>;
  readonly setUrl: (url: string) => void;
};

type Box = {
  readonly queue: InboxAnswer[];
  challenges: Parameters<Inbox['answerChallenges']>[0];
  readonly scenario: string;
};

const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: {
      'OpenWaybill-Version': SPOKEN_VERSION,
      'OpenWaybill-Sandbox': 'true',
      ...(body === undefined
        ? {}
        : {
            'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json',
          }),
      ...headers,
    },
  });

/** A problem of the table, as the peer answers it. */
export const problemBody = (
  code: ProblemCode,
  members: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  type: problemType(code),
  code,
  title: problems[code].title.en,
  status: problems[code].status,
  retryable: problems[code].retryable,
  ...(problems[code].status === 422
    ? { errors: [{ pointer: '', rule: 'rule', message: 'refused by the scenario' }] }
    : {}),
  ...members,
});

/** The roles in which the runner serves, its own first: those of all its parts, at one address. */
const servedRolesOf = ({ credentials, claim }: Session): readonly Role[] =>
  [...new Set([credentials.runner.role, ...castOf(claim.role).map(({ role }) => role)])].filter(
    (role) => SERVING_ROLES.some((one) => one === role),
  );

/** The answer of the peer that is a problem. */
export const problem = (
  code: ProblemCode,
  members: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Answer => ({ status: problems[code].status, body: problemBody(code, members), headers });

const schemaOf = (
  operation: OperationEntry,
  { status }: Exclude<Answer, string>,
): string | undefined => (status >= 400 ? 'Problem' : bodyNameOf(operation));

/** What a scenario answers; the usual answer, where what it makes of a request that breaks its form is wrong as well. */
const madeOf = (
  maker: AnswerMaker | undefined,
  request: PeerRequest,
  usual: () => Answer,
): Answer => {
  if (maker === undefined) return usual();
  if (typeof maker !== 'function') return maker;
  const { operation, body } = request;
  const asked = requestSchemaOf(operation);
  const isAsked = asked === undefined || judge(asked, body).ok;
  try {
    const made = maker(request, usual);
    if (isAsked || typeof made === 'string') return made;
    const schema = schemaOf(operation, made);
    return schema === undefined || judge(schema, made.body, 'receiver').ok ? made : usual();
  } catch (error) {
    if (isAsked || !isMisreading(error)) throw error;
    return usual();
  }
};

export const createPeer = (session: Session): Peer => {
  const { recorder, redactor, shore } = session;
  const roles = servedRolesOf(session);
  const random = randomOf(session.seed, `peer:${session.runId}`);
  const boxes = new Map<string, Box>();
  const laidOut = new Map<string, AnswerMaker[]>();
  const tokens = new Map<string, number>();
  let url = '';

  const recordedRequest = async (
    request: Request,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<RecordedRequest> => {
    const body = redactor.body(recordedBody(bytes));
    return {
      method: request.method,
      url: request.url,
      headers: redactor.headers([...request.headers]),
      ...(body === undefined ? {} : { body }),
      sentAt: new Date(shore.now()).toISOString(),
    };
  };

  const record = async (
    request: RecordedRequest,
    about: Pick<Exchange, 'operation' | 'eventType' | 'intent' | 'probe'> & {
      readonly facts?: Facts;
      readonly scenario?: string | undefined;
    },
    answer: Response | 'RESET' | 'SILENCE',
  ): Promise<void> => {
    const { scenario, ...rest } = about;
    const outcome: Pick<Exchange, 'response'> | Pick<Exchange, 'unanswered'> =
      answer === 'RESET'
        ? { unanswered: 'RESET' }
        : answer === 'SILENCE'
          ? { unanswered: 'TIMEOUT' }
          : {
              response: {
                status: answer.status,
                headers: redactor.headers([...answer.headers]),
                ...((body) => (body === undefined ? {} : { body }))(
                  redactor.body(recordedBody(new Uint8Array(await answer.clone().arrayBuffer()))),
                ),
                receivedAt: new Date(shore.now()).toISOString(),
              },
            };
    recorder.record({
      kind: 'exchange',
      ...placeOf(session),
      ...(scenario === undefined ? {} : { scenario }),
      ...rest,
      from: 'sut',
      to: 'runner',
      request,
      ...outcome,
    });
  };

  const verified = async (headers: Headers, bytes: Uint8Array): Promise<Facts> => {
    const first = await verifyV1a(session.keys.current, headers, bytes);
    if (first.signature === 'VALID') return first;
    await refreshKeys(session);
    return verifyV1a(session.keys.current, headers, bytes);
  };

  const takeEvent = async (
    box: Box | undefined,
    request: Request,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<Response | 'RESET' | 'SILENCE'> => {
    const parsed = parseJson(bytes);
    const event = (parsed.ok ? parsed.value : {}) as {
      readonly type?: string;
      readonly data?: { readonly challenge?: string };
    };
    const isChallenge = event.type === CHALLENGE;
    const facts = await verified(request.headers, bytes);
    const recorded = await recordedRequest(request, bytes);
    const scripted = isChallenge ? undefined : box?.queue.shift();
    if (typeof scripted === 'object' && scripted.afterMilliseconds !== undefined)
      await shore.hold(scripted.afterMilliseconds);
    const answer: Response | 'RESET' | 'SILENCE' = isChallenge
      ? box?.challenges === 'NOT'
        ? 'SILENCE'
        : box?.challenges === 'GONE'
          ? json(410, undefined)
          : json(200, {
              challenge: box?.challenges === 'WRONG' ? 'x'.repeat(43) : event.data?.challenge,
            })
      : scripted === undefined
        ? json(204, undefined)
        : typeof scripted === 'string'
          ? scripted
          : json(scripted.status, undefined, scripted.headers);
    await record(
      recorded,
      {
        intent: 'SERVE',
        operation: 'receiveEvent',
        ...(event.type === undefined ? {} : { eventType: event.type }),
        facts,
        scenario: box?.scenario,
      },
      answer,
    );
    return answer;
  };

  const giveToken = async (request: Request): Promise<Response> => {
    const token = `peer_${base32(random, 32)}`;
    tokens.set(token, shore.now() + TOKEN_LIFE * 1000);
    await request.text();
    return new Response(
      JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFE }),
      { status: 200, headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' } },
    );
  };

  /** A code that comes sealed is opened, and only that it did is written down. */
  const opened = async (body: unknown): Promise<Facts> => {
    const { sealedCode } = (body ?? {}) as { readonly sealedCode?: unknown };
    const { sealingKey } = session.credentials.runner;
    if (typeof sealedCode !== 'string' || sealingKey === undefined) return {};
    return { opens: await opens(sealingKey, sealedCode) };
  };

  const answerOperation = (
    operation: OperationEntry,
    peerRequest: PeerRequest,
  ): Response | 'RESET' | 'SILENCE' => {
    const queue = laidOut.get(operation.operationId) ?? [];
    const maker = queue.length > 1 ? queue.shift() : queue[0];
    const usual = (): Answer => defaultAnswer(peerRequest, { url, session, random });
    const answer = madeOf(maker, peerRequest, usual);
    if (typeof answer === 'string') return answer;
    const schema = schemaOf(operation, answer);
    if (answer.body !== undefined && schema !== undefined)
      demandOwnMessage(session, schema, answer.body, 'receiver');
    return json(answer.status, answer.body, answer.headers);
  };

  return {
    url: () => url,
    setUrl: (value) => {
      url = value;
    },
    clear: () => laidOut.clear(),
    serve: (operationId, answers) => laidOut.set(operationId, [...answers]),
    inbox: (scenario) => {
      const path = `/inbox/${session.short}/${scenario}/${base32(random, 16)}`;
      const box: Box = { queue: [], challenges: 'RIGHT', scenario };
      boxes.set(path, box);
      return {
        url: `${url}${path}`,
        answerNext: (...answers) => {
          box.queue.push(...answers);
        },
        answerChallenges: (how) => {
          box.challenges = how;
        },
      };
    },
    handle: async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname === '/oauth/token') return giveToken(request);
      const bytes = new Uint8Array(await request.arrayBuffer());
      const box = boxes.get(pathname);
      if (box !== undefined || pathname === '/v1/event-inbox')
        return takeEvent(box, request, bytes);
      if (pathname === '/.well-known/openwaybill')
        return json(200, peerCapabilities(session, roles, url));
      if (pathname === '/v1/keys') return json(200, { keys: ownKeys(session) });
      const route = routeOf(roles, request.method, pathname);
      const recorded = await recordedRequest(request, bytes);
      if (route === undefined) {
        const answer = json(404, problemBody('NOT_FOUND'));
        await record(recorded, { intent: 'SERVE' }, answer);
        return answer;
      }
      const bearer = request.headers.get('Authorization')?.replace(/^Bearer /, '') ?? '';
      const until = tokens.get(bearer);
      const parsed = parseJson(bytes);
      const body = parsed.ok ? parsed.value : undefined;
      const answer = answerOperation(route.operation, {
        operation: route.operation,
        path: { ...route.path, ...Object.fromEntries(searchParams) },
        body,
        headers: request.headers,
      });
      await record(
        recorded,
        {
          intent: 'SERVE',
          operation: route.operation.operationId,
          facts: {
            tokenAudienceRight: until !== undefined && until > shore.now(),
            ...(await opened(body)),
          },
        },
        answer,
      );
      return answer;
    },
  };
};

/** The key set of the runner: its own keys, and the one that takes their place. */
const ownKeys = ({ credentials, nextKey }: Session): readonly JWK[] => [
  ...(nextKey.current === undefined ? [] : [publicHalf(nextKey.current)]),
  ...publicKeysOf(credentials.runner),
];

/** The public keys of a part, as `getKeys` shows them. */
export const publicKeysOf = ({ key, sealingKey }: Credentials): readonly JWK[] => [
  publicHalf(key),
  ...(sealingKey === undefined ? [] : [publicSealingHalf(sealingKey)]),
];

const publicSealingHalf = ({ d: _private, ...rest }: JWK): JWK => ({
  ...rest,
  use: 'enc',
  alg: 'ECDH-ES+A256KW',
});

/** The public half of a key that signs. */
export const publicHalf = ({ d: _private, ...rest }: JWK): JWK => ({
  ...rest,
  use: 'sig',
  alg: 'EdDSA',
});

const bodyNameOf = (operation: OperationEntry): string | undefined =>
  operation.answer.body?.$id === undefined ? undefined : nameOf(operation.answer.body);
