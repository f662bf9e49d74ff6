import { nameOf, type OperationEntry, type Role, SPOKEN_VERSION } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { arbitraryOf } from '@openwaybill/validate/arbitrary';
import fc from 'fast-check';
import { routeOf } from '../drive/operations.ts';
import { problemBody } from '../drive/peer.ts';
import { defaultAnswer } from '../drive/peer-answers.ts';
import { type Random, randomOf } from '../drive/random.ts';
import type { Answer, PeerRequest } from '../drive/stage.ts';
import type { CapabilityDocument } from '../words.ts';

/** What a weak system knows of itself. */
export type WeakSetting = {
  readonly role: Role;
  /** The capability document of a system that conforms. */
  readonly document: CapabilityDocument;
  readonly now: () => number;
  readonly seed: number;
};

/** Something with plausible shapes and no memory, which must be conformant in no class. */
export type WeakSystem = {
  readonly id: string;
  readonly answers: (setting: WeakSetting) => (request: PeerRequest) => Answer;
};

/** Values that a schema accepts are drawn once; which of them is answered is drawn each time. */
const POOL = 8;
const TRIES = 60;
const NO_CONTENT = 204;

const poolOf = (operation: OperationEntry, seed: number): readonly unknown[] => {
  const { body, status } = operation.answer;
  // what may be answered beside an answer without content is another answer
  if (body?.$id === undefined || status === NO_CONTENT) return [];
  const name = nameOf(body);
  return fc
    .sample(arbitraryOf(name), { seed, numRuns: TRIES })
    .filter((value) => judge(name, value).ok)
    .slice(0, POOL);
};

/** Anything that the form of the answer allows. */
const randomValid: WeakSystem = {
  id: 'random-valid',
  answers: ({ seed }) => {
    const random = randomOf(seed, 'random-valid');
    const pools = new Map<string, readonly unknown[]>();
    return ({ operation }) => {
      const { operationId, answer } = operation;
      const pool = pools.get(operationId) ?? poolOf(operation, seed);
      pools.set(operationId, pool);
      const body = pool[Math.floor(random() * pool.length)];
      return answer.body === undefined || body === undefined
        ? { status: answer.status }
        : { status: answer.status, body };
    };
  },
};

/** Right answers to whatever is asked, none of which it remembers. */
const amnesiac: WeakSystem = {
  id: 'amnesiac',
  answers: ({ document, now, seed }) => {
    const random: Random = randomOf(seed, 'amnesiac');
    const session = { sent: [], shore: { now } };
    return (request) => defaultAnswer(request, { url: document.endpoints.api, session, random });
  },
};

/** Both of them. */
export const weakSystems: readonly WeakSystem[] = [randomValid, amnesiac];

const bodyIn = async (request: Request): Promise<unknown> => {
  try {
    return await request.json();
  } catch {
    return undefined; // an answer follows all the same
  }
};

const responseOf = (answer: Answer, isProblem = false): Response => {
  if (typeof answer === 'string') throw new Error('a weak system always answers');
  const { status, body, headers = {} } = answer;
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': isProblem ? 'application/problem+json' : 'application/json',
      'OpenWaybill-Version': SPOKEN_VERSION,
      'OpenWaybill-Sandbox': 'true',
      ...headers,
    },
  });
};

/** A weak system as something that can be reached: it gives tokens, and says of itself what a right one says. */
export const reachable = (
  system: WeakSystem,
  setting: WeakSetting,
): ((request: Request) => Promise<Response>) => {
  const answer = system.answers(setting);
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/oauth/token')
      return responseOf({
        status: 200,
        body: { access_token: 't', token_type: 'Bearer', expires_in: 600 },
      });
    const route = routeOf([setting.role], request.method, pathname);
    if (route === undefined)
      return responseOf({ status: 404, body: problemBody('NOT_FOUND') }, true);
    if (route.operation.operationId === 'getCapabilities')
      return responseOf({ status: 200, body: setting.document });
    return responseOf(answer({ ...route, body: await bodyIn(request), headers: request.headers }));
  };
};
