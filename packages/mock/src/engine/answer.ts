import {
  answersETag,
  mustNotBeCached,
  type OperationEntry,
  type ProblemCode,
  problems,
  problemType,
  type Registry,
} from '@openwaybill/schemas';
import { describe, type Issue } from '@openwaybill/validate';
import type { OnTheWay } from '../shores/on-the-way.ts';
import type { Answer } from './call.ts';
import { uuid7 } from './invent.ts';
import type { MockOptions, Random } from './options.ts';
import type { Refusal } from './refusal.ts';
import { Reply } from './reply.ts';
import { type Written, written } from './representations.ts';

const MAX_ERRORS = 50;
/** The greatest length of a message in a problem; the list of a long code list is cut. */
const MAX_MESSAGE = 200;

const cut = (text: string): string => {
  const characters = [...text];
  return characters.length <= MAX_MESSAGE
    ? text
    : `${characters.slice(0, MAX_MESSAGE - 1).join('')}…`;
};

/** Findings as a caller reads them: static texts, in order of pointer, never a value. */
const errorsOf = (issues: readonly Issue[]) =>
  [...issues]
    .sort((a, b) => (a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : 0))
    .slice(0, MAX_ERRORS)
    .map((issue) => ({
      pointer: issue.pointer,
      rule: issue.rule,
      message: cut(describe(issue, 'en').message),
    }));

/** The explanation is private data, so that the problem stays the standard's. */
const explanationOf = (issues: readonly Issue[]) => {
  const [first] = issues;
  if (first === undefined) return {};
  const en = describe(first, 'en');
  const zh = describe(first, 'zh');
  return {
    extensions: {
      'org.openwaybill.mock': {
        en: en.message,
        zh: zh.message,
        ...(en.hint === undefined ? {} : { hint: { en: en.hint, zh: zh.hint } }),
        explain: `openwaybill explain ${first.rule}`,
      },
    },
  };
};

/** The problem document (RFC 9457) of a refusal. It holds codes and pointers, never what was sent. */
export const problemAnswer = (
  refusal: Pick<Refusal, 'code' | 'details'>,
  random: Random,
  now: number,
): Answer => {
  const { status, title, retryable } = problems[refusal.code as ProblemCode];
  const issues = refusal.details.issues ?? [];
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...refusal.details.headers },
    body: {
      type: problemType(refusal.code),
      code: refusal.code,
      title: title.en,
      status,
      retryable,
      instance: `urn:uuid:${uuid7(random, now)}`,
      ...(issues.length === 0 ? {} : { errors: errorsOf(issues) }),
      ...refusal.details.members,
      ...explanationOf(issues),
    },
  };
};

/** Headers that every answer of this system has. */
export const commonHeaders = (
  options: MockOptions,
  version: string,
): Readonly<Record<string, string>> => ({
  'OpenWaybill-Version': version,
  ...(options.environment === 'SANDBOX' ? { 'OpenWaybill-Sandbox': 'true' } : {}),
});

type Derived = { readonly hasETag: boolean; readonly isNoStore: boolean };
const derivedHeaders = new WeakMap<OperationEntry, Derived>();

/** Walks the schemas of an operation once. */
const derivedOf = (registry: Registry, operation: OperationEntry): Derived => {
  const known = derivedHeaders.get(operation);
  if (known !== undefined) return known;
  const derived = {
    hasETag: answersETag(operation),
    isNoStore: mustNotBeCached(registry.schemas, operation),
  };
  derivedHeaders.set(operation, derived);
  return derived;
};

/** The headers that follow from the operation: the revision as `ETag`, and that what is personal is not kept. */
export const withDerivedHeaders = (
  registry: Registry,
  operation: OperationEntry,
  answer: Answer,
): Answer => {
  if (answer.status >= 300) return answer;
  const { hasETag, isNoStore } = derivedOf(registry, operation);
  const revision = (answer.body as { readonly revision?: number } | undefined)?.revision;
  return {
    ...answer,
    headers: {
      ...(revision !== undefined && hasETag ? { ETag: `"${revision}"` } : {}),
      ...(isNoStore ? { 'Cache-Control': 'no-store' } : {}),
      ...answer.headers,
    },
  };
};

/** Text and plain headers: all that leaves, and all that a port needs. */
export const toReply = (
  answer: Answer,
  common: Readonly<Record<string, string>>,
  isHead: boolean,
  {
    textOf = written,
    mark,
  }: { readonly textOf?: Written; readonly mark?: OnTheWay | undefined } = {},
): Reply => {
  const text = textOf(answer);
  return new Reply(
    answer.status,
    {
      ...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...common,
      ...answer.headers,
    },
    isHead ? undefined : text,
    mark,
  );
};

/** The same where a whole `Response` is asked for. */
export const toResponse = (
  answer: Answer,
  common: Readonly<Record<string, string>>,
  isHead: boolean,
): Response => toReply(answer, common, isHead).response();
