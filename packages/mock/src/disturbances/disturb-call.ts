import {
  NEVER_INTERRUPTED,
  type OperationEntry,
  type ProblemCode,
  problems,
  type TestInterruption,
} from '@openwaybill/schemas';
import { ANYBODY, type Answer } from '../engine/call.ts';
import { millisecondsOf } from '../engine/clock.ts';
import { type Counterparty, isControlled } from '../engine/options.ts';
import { Refusal } from '../engine/refusal.ts';
import type { RequestTarget } from '../engine/request-target.ts';
import type { System } from '../engine/system.ts';
import { type Growth, hasLaterCode, laterForm } from '../later/later-form.ts';
import { announce } from '../notices/announce.ts';
import { announceToOthers } from '../notices/announce-to-others.ts';
import type { OnTheWay } from '../shores/on-the-way.ts';
import { type Subject, shareOf } from './disturbances.ts';
import type { Doing, Kind } from './kinds.ts';
import { problemsOfStatus } from './rule.ts';
import { readWrittenRule } from './written-rule.ts';

/** Thrown where the connection is lost before anybody has done anything. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** An answer as it leaves, or nothing of it. */
export type Leaving = {
  readonly answer: Answer;
  /** The work is done and nobody hears of it. */
  readonly isLost: boolean;
  /** What befalls it at the shore. */
  readonly onTheWay?: OnTheWay;
};

/** What befalls one call, once it is known who calls what. */
export type Course = {
  /** Stands in place of the work, under the key of the call where it binds one. */
  readonly refusal?: Refusal;
  /** Looked up once the work is done, since the work may have made the rule. */
  readonly leave: (answer: Answer) => Promise<Leaving>;
};

/** The course of a call of which nothing is known: it is refused before that. */
export const UNDISTURBED: Course = { leave: async (answer) => ({ answer, isLost: false }) };

type Called = {
  readonly operation: OperationEntry;
  readonly caller: Counterparty | undefined;
  readonly path: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly headers: Headers;
  readonly url: RequestTarget;
};

const numberIn = (body: unknown): unknown =>
  (body as { readonly waybillNo?: unknown } | undefined)?.waybillNo;

/** The parcel that a call is about: by its path, its body, or what it made. */
const waybillOf = ({ path, body }: Called, answer?: Answer) => {
  const named = path.waybillNo ?? numberIn(body) ?? numberIn(answer?.body);
  return typeof named === 'string' ? { waybillNo: named } : {};
};

/** What the header of a call asks for. A repeat of the call, by its key, goes on where the call left it. */
const askedBy = (system: System, called: Called, tenant: string) => {
  const text = called.headers.get('Mock-Fault');
  if (text === null || !isControlled(system.options)) return undefined;
  const { registry } = system.options;
  const read = readWrittenRule(text, registry);
  if (!read.ok)
    throw new Refusal('PARAMETER_INVALID', {
      issues: read.issues.map((one) => ({ ...one, pointer: `/Mock-Fault${one.pointer}` })),
    });
  const key = called.headers.get('Idempotency-Key') ?? called.url.href;
  return system.disturbances.asked(
    JSON.stringify([tenant, called.operation.name, key, text]),
    read.rule,
  );
};

/** Milliseconds of a lognormal latency: half of all answers are faster than the median. */
const spread = (median: number, percent: number, share: () => number): number => {
  if (percent === 0) return median;
  const radius = Math.sqrt(-2 * Math.log(1 - share()));
  const normal = radius * Math.cos(2 * Math.PI * share());
  return Math.round(median * Math.exp((percent / 100) * normal));
};

const refusalOf = (
  system: System,
  operation: OperationEntry,
  { status, retryAfter }: { readonly status: number; readonly retryAfter: number },
  members: Readonly<Record<string, unknown>> = {},
): Refusal | undefined => {
  const [code] = problemsOfStatus(system.options.registry, status, operation.name);
  return code === undefined ? undefined : waiting(code, retryAfter, members);
};

const waiting = (
  code: ProblemCode,
  retryAfter: number,
  members: Readonly<Record<string, unknown>> = {},
): Refusal =>
  new Refusal(code, {
    members,
    ...(problems[code].retryable ? { headers: { 'Retry-After': String(retryAfter) } } : {}),
  });

/** Whether a refusal leaves its key free, so that it may come before anything is looked up. */
const leavesKeyFree = ({ code }: Refusal): boolean => {
  const { status, retryable } = problems[code];
  return retryable || status >= 500 || [401, 403, 429].includes(status);
};

const interruption = (
  { module }: OperationEntry,
  duration: string,
  notice: boolean,
): TestInterruption => ({
  noticeClass: notice ? 'PLANNED' : 'UNPLANNED',
  modules: [module as TestInterruption['modules'][number]],
  duration: `PT${Math.max(1, Math.round(millisecondsOf(duration) / 1000))}S`,
});

const schemaOf = (system: System, operation: OperationEntry, answer: Answer) =>
  answer.status >= 400
    ? system.options.registry.schemas.get('Problem')?.schema
    : answer.status < 300 && answer.body !== undefined
      ? operation.answer.body
      : undefined;

/** What a later minor tells otherwise: in discovery what it speaks, and some of its problems. */
const laterBody = (
  { later, laterMet, options }: System,
  tenant: string,
  { status, body }: Answer,
): unknown => {
  const told = body as {
    readonly code?: string;
    readonly specVersions?: readonly string[];
    readonly events?: { readonly sends: readonly string[] };
  };
  if (status >= 400) {
    const problem = later.replaces(String(told.code)) ? later.problemOf(status) : undefined;
    if (problem === undefined) return body;
    laterMet.note(tenant, 'problems', problem.code);
    return { ...told, ...problem };
  }
  if (told.specVersions === undefined) return body;
  const { codeLists } = later;
  const type = later.eventOf(options.role)?.type;
  return {
    ...told,
    specVersions: [...told.specVersions, later.version],
    ...(codeLists === undefined ? {} : { codeLists }),
    ...(told.events === undefined || type === undefined
      ? {}
      : { events: { ...told.events, sends: [...told.events.sends, type] } }),
  };
};

/** A revision before the one that an `ETag` names. */
const tagBefore = (tag: string): string =>
  `"${Math.max(0, Number(/[0-9]+/.exec(tag)?.[0] ?? 1) - 1)}"`;

/** One of the members that a body must have, gone. */
const withoutRequired = (schema: object, body: unknown, share: number): unknown => {
  const { required = [] } = schema as { readonly required?: readonly string[] };
  const lost = required[Math.floor(share * required.length)];
  if (lost === undefined || typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== lost));
};

/** Lets befall an answer what is to befall it once the work is done. */
const disturbAnswer = (
  system: System,
  operation: OperationEntry,
  given: Answer,
  subject: Subject,
): Leaving => {
  const { disturbances, options, later } = system;
  const { registry, isLater = false } = options;
  const take = <K extends Kind>(kind: K) => disturbances.take(kind, subject);
  if (take('commit-then-drop') !== undefined) return { answer: given, isLost: true };
  let answer = given;
  const withHeader = (name: string, value: string): void => {
    answer = { ...answer, headers: { ...answer.headers, [name]: value } };
  };
  const tag = answer.headers?.ETag;
  if (tag !== undefined && take('stale-etag') !== undefined) withHeader('ETag', tagBefore(tag));
  const skew = take('clock-skew');
  if (skew !== undefined) {
    const off = skew.doing.seconds * 1000 * (skew.doing.ahead ? 1 : -1);
    withHeader('Date', new Date(options.wallClock() + off).toUTCString());
  }
  if (answer.body === undefined) return { answer, isLost: false };
  const schema = schemaOf(system, operation, answer);
  if (schema !== undefined) {
    if (isLater) answer = { ...answer, body: laterBody(system, subject.tenant, answer) };
    const hasMembers = isLater || take('extra-member') !== undefined;
    const hasCode =
      hasLaterCode(registry, later, schema, answer.body) && take('unknown-code') !== undefined;
    if (hasMembers || hasCode) {
      const codes = hasCode ? 'INSTEAD' : isLater ? 'BESIDE' : 'NONE';
      const growth: Growth = {
        members: hasMembers,
        codes,
        met: (kind, id) => system.laterMet.note(subject.tenant, kind, id),
      };
      answer = { ...answer, body: laterForm(registry, later, schema, answer.body, growth) };
      withHeader('OpenWaybill-Version', later.version);
    }
    const broken = take('schema-invalid');
    if (broken !== undefined) {
      const share = shareOf(broken.by.random);
      answer = { ...answer, body: withoutRequired(schema, answer.body, share) };
    }
  }
  const typed = take('wrong-content-type');
  if (typed !== undefined) withHeader('Content-Type', typed.doing.type);
  const short = take('truncate');
  if (short !== undefined)
    return { answer, isLost: false, onTheWay: { cutAtPercent: short.doing.percent } };
  const slowly = take('drip');
  if (slowly === undefined) return { answer, isLost: false };
  const { bytes, milliseconds } = slowly.doing;
  const pause = () => options.wait(milliseconds);
  return { answer, isLost: false, onTheWay: { drip: { bytes, pause } } };
};

/** Lets befall a call what is to befall it before the work, and says what follows. */
export const disturbCall = async (system: System, called: Called): Promise<Course> => {
  const { disturbances, options } = system;
  const { operation, caller } = called;
  const tenant = caller?.partyId ?? ANYBODY;
  const asked = caller === undefined ? undefined : askedBy(system, called, tenant);
  const isPlain = () => disturbances.areNone && asked === undefined && options.isLater !== true;
  const subjectOf = async (answer?: Answer): Promise<Subject> => ({
    tenant,
    at: await system.transact(tenant, async (_, now) => now),
    operation: operation.name,
    ...waybillOf(called, answer),
    ...(asked === undefined ? {} : { asked }),
  });
  const leave: Course['leave'] = async (answer) =>
    isPlain()
      ? { answer, isLost: false }
      : disturbAnswer(system, operation, answer, await subjectOf(answer));
  if (isPlain()) return { leave };
  const subject = await subjectOf();
  const take = <K extends Kind>(kind: K, isPossible?: (doing: Doing<K>) => boolean) =>
    disturbances.take(kind, subject, isPossible);

  const slow = take('latency');
  if (slow !== undefined) {
    const { milliseconds, spreadPercent } = slow.doing;
    await options.wait(spread(milliseconds, spreadPercent, () => shareOf(slow.by.random)));
  }
  if (take('reset') !== undefined) throw new ConnectionLost();
  // a notice is told to a counterparty, and some things go on whatever happens
  const cut =
    caller === undefined
      ? undefined
      : take('interrupt', () => !NEVER_INTERRUPTED.includes(operation.module));
  if (cut !== undefined) {
    const { notice, duration } = cut.doing;
    const wanted = interruption(operation, duration, notice);
    await system.transact(tenant, async (unit, now) => {
      await announce(system, unit, now, tenant, wanted);
      announceToOthers(system, now, tenant, wanted);
    });
    if (!notice) throw new ConnectionLost();
  }
  const limit = take('rate-limit');
  if (limit !== undefined) throw waiting('RATE_LIMITED', limit.doing.retryAfter);
  const hasProblem = ({ status }: { readonly status: number }) =>
    problemsOfStatus(options.registry, status, operation.name).length > 0;
  const hasLaterProblem = (doing: { readonly status: number }) =>
    hasProblem(doing) && system.later.problemOf(doing.status) !== undefined;
  const known = take('status', hasProblem);
  const strange = known === undefined ? take('unknown-problem', hasLaterProblem) : undefined;
  const refusal =
    known !== undefined
      ? refusalOf(system, operation, known.doing)
      : strange !== undefined
        ? refusalOf(system, operation, strange.doing, system.later.problemOf(strange.doing.status))
        : undefined;
  if (refusal !== undefined && leavesKeyFree(refusal)) throw refusal;

  return { ...(refusal === undefined ? {} : { refusal }), leave };
};
