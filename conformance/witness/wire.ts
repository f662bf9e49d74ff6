import { randomUUID } from 'node:crypto';
import type { Bag, Fault } from './form.ts';
import { judgeBody } from './forms.ts';
import { PROBLEMS } from './problems.ts';

/** Who may call, as the operator registered it. */
export type Client = {
  readonly clientId: string;
  readonly partyId: string;
  readonly role: string;
  readonly keys: readonly Readonly<Record<string, unknown>>[];
  readonly name?: string;
  /** What part of a courier it is. */
  readonly facet?: string;
};
/** What a witness needs of the world. */
export type World = {
  readonly url: string;
  readonly partyId: string;
  readonly clients: readonly Client[];
  readonly now: () => number;
  readonly later: (milliseconds: number, job: () => Promise<void>) => void;
  /** Throws where nobody answers. */
  readonly fetch: (request: Request) => Promise<Response>;
};

/** An answer before it is written out. */
export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
/** A request that has passed everything which is judged before its body. */
export type Call = {
  readonly caller: Client;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Bag;
  readonly ifMatch: number;
  readonly isStrict: boolean;
};
/** One operation. */
export type Route = {
  readonly id: string;
  readonly method: string;
  readonly path: RegExp;
  readonly run: (call: Call) => Reply;
  readonly module?: string;
  /** The message of the answer, where an agreement may not grant all of it. */
  readonly answers?: string;
  readonly form?: string;
  readonly most?: readonly [string, number];
  readonly roles?: readonly string[];
  readonly query?: Readonly<Record<string, RegExp>>;
  /** Nobody need say who it is. */
  readonly isOpen?: true;
  /** Nobody need say who it is, and who does is known. */
  readonly isPublic?: true;
  /** What a refusal for want of role or agreement says beside its code. */
  readonly denied?: (caller: Client, code: string) => Bag;
  /** Judges a repetition again before the stored answer is given. */
  readonly again?: (call: Call, reply: Reply) => Reply;
};

/** An operation; `*` in the path is a parameter. */
export const route = (
  id: string,
  method: string,
  path: string,
  run: Route['run'],
  more: Omit<Route, 'id' | 'method' | 'path' | 'run'> = {},
): Route => ({
  id,
  method,
  path: new RegExp(`^${path.replaceAll('*', '([^/]+)')}$`),
  run,
  ...more,
});
/** Query members of a list. */
export const PAGES = { limit: /^([1-9][0-9]?|1[0-9][0-9]|200)$/, cursor: /^.{1,200}$/s };
/** Query member of lists that change. */
export const SINCE = { updatedSince: /^/ };
/** One of these words. */
export const oneOf = (words: string): RegExp => new RegExp(`^(${words.replaceAll(' ', '|')})$`);

/** An answer that is a problem. */
export class Refusal extends Error {
  readonly code: string;
  readonly members: Bag;
  constructor(code: string, members: Bag = {}) {
    super(code);
    this.code = code;
    this.members = members;
  }
}
export const refuse = (code: string, members?: Bag): never => {
  throw new Refusal(code, members);
};
/** Refuses a body that fits its form and not what is stored. */
export const broken = (code: string, pointer: string, rule: string): never =>
  refuse(code, {
    errors: [{ pointer, rule, message: 'The request does not fit what is stored.' }],
  });
export const faulty = (faults: readonly Fault[]): void => {
  const [first] = faults;
  if (first !== undefined)
    refuse(first.code, { errors: faults.map(({ code: _code, ...one }) => one) });
};
/** The problem document of a refusal. */
export const problemOf = ({ code, members }: Refusal): Bag & { status: number } => {
  const [status = 500, retryable = true, title = ''] = PROBLEMS[code] ?? [];
  return {
    type: `https://openwaybill.org/problems/${code}`,
    code,
    title,
    status,
    retryable,
    instance: `urn:uuid:${randomUUID()}`,
    ...(status === 422 && members.errors === undefined
      ? { errors: [{ pointer: '', rule: 'request', message: 'The request cannot be accepted.' }] }
      : {}),
    ...members,
  };
};
export const problemReply = (error: Refusal): Reply => {
  const problem = problemOf(error);
  return {
    status: problem.status,
    body: problem,
    ...(problem.status === 429 ? { headers: { 'Retry-After': '60' } } : {}),
  };
};
/** A batch: each item is judged and done by itself. */
export const each = (
  { caller, body, isStrict }: Call,
  form: string,
  run: (caller: Client, item: Bag) => Reply,
): Reply => ({
  status: 200,
  body: {
    results: (body.items as unknown[]).map((item, index) => {
      try {
        faulty(judgeBody(form, item, isStrict));
        const { status, body: resource } = run(caller, item as Bag);
        return { index, status, resource };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const problem = problemOf(error);
        return { index, status: problem.status, problem };
      }
    }),
  },
});
export const base64 = (value: string | Uint8Array): string =>
  Buffer.from(value).toString('base64url');
