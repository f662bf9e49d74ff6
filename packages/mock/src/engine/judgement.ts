import {
  judgeVersion,
  mediaTypesOf,
  type OperationEntry,
  type Registry,
  takesIdempotencyKey,
  takesIfMatch,
} from '@openwaybill/schemas';
import { type Issue, judge, knownMembers, parseJson, problemOf } from '@openwaybill/validate';
import { declaredPointer } from './declared-pointer.ts';
import type { MockOptions } from './options.ts';
import { readAtMost } from './read-body.ts';
import { Refusal } from './refusal.ts';

/** The greatest body in bytes (of the standard's limits). */
export const MAX_BODY_BYTES = 256 * 1024;
/** The greatest head: method, URL and headers. */
const MAX_HEAD_BYTES = 16 * 1024;

/** Whether a head is longer than any may be. A port of Node has refused such a one before anybody is asked. */
export const isHeadTooLarge = (request: Request): boolean => {
  let head = request.url.length;
  for (const [name, value] of request.headers) head += name.length + value.length;
  return head > MAX_HEAD_BYTES;
};

/** Step 1: the size of the body. The bytes are read once and kept, since a signature is over them. */
export const readBytes = async (request: Request): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = await readAtMost(request, MAX_BODY_BYTES);
  if (bytes === undefined) throw new Refusal('BODY_TOO_LARGE');
  return bytes;
};

/** Step 4: the version that the caller speaks. A newer minor is served, its unknown members ignored. */
export const readVersion = (header: string | null): { readonly isNewer: boolean } => {
  if (header === null) return { isNewer: false };
  const judged = judgeVersion(header);
  if (judged === undefined)
    throw new Refusal('PARAMETER_INVALID', {
      issues: [{ pointer: '/OpenWaybill-Version', rule: 'parameter', params: {} }],
    });
  if (judged === 'OTHER_MAJOR') throw new Refusal('UNSUPPORTED_VERSION');
  return { isNewer: judged === 'NEWER_MINOR' };
};

const mediaTypeOf = (value: string): string => (value.split(';')[0] ?? '').trim().toLowerCase();

const ANSWERED = ['application/json', 'application/problem+json', 'application/*', '*/*'];

/** Step 5: what the caller accepts, then what it sends. */
export const demandMediaTypes = (
  operation: OperationEntry,
  headers: Headers,
  hasBody: boolean,
): void => {
  const accept = headers.get('Accept');
  if (accept !== null && !accept.split(',').some((one) => ANSWERED.includes(mediaTypeOf(one))))
    throw new Refusal('NOT_ACCEPTABLE');
  if (operation.request === undefined || !hasBody) return;
  if (!mediaTypesOf(operation).includes(mediaTypeOf(headers.get('Content-Type') ?? '')))
    throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
};

/** Step 6: the bytes of the body. */
export const readJson = (
  { request }: OperationEntry,
  bytes: Uint8Array<ArrayBuffer>,
  registry: Pick<Registry, 'schemas'>,
): unknown => {
  if (request === undefined) return undefined;
  const parsed = parseJson(bytes, { maxBytes: MAX_BODY_BYTES });
  if (parsed.ok) return parsed.value;
  throw new Refusal(parsed.code, {
    issues: parsed.issues.map((issue) => ({
      ...issue,
      pointer: declaredPointer(request, issue.pointer, registry),
    })),
  });
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i;

/** Step 7, for headers: the key of a POST, the revision of a PATCH or of a PUT that is not the first. */
export const readConditions = (
  operation: OperationEntry,
  headers: Headers,
): { readonly idempotencyKey: string | undefined; readonly ifMatch: number | undefined } => {
  let idempotencyKey: string | undefined;
  if (takesIdempotencyKey(operation)) {
    const key = headers.get('Idempotency-Key') ?? '';
    if (!UUID.test(key) && !ULID.test(key)) throw new Refusal('IDEMPOTENCY_KEY_MISSING');
    idempotencyKey = key.toLowerCase();
  }
  const need = takesIfMatch(operation);
  if (need === undefined) return { idempotencyKey, ifMatch: undefined };
  const match = headers.get('If-Match');
  if (match === null) {
    if (need === 'always') throw new Refusal('PRECONDITION_REQUIRED');
    return { idempotencyKey, ifMatch: undefined };
  }
  const revision = /^"([0-9]{1,16})"$/.exec(match)?.[1];
  if (revision === undefined)
    throw new Refusal('PARAMETER_INVALID', {
      issues: [{ pointer: '/If-Match', rule: 'parameter', params: {} }],
    });
  return { idempotencyKey, ifMatch: Number(revision) };
};

/** Items of a batch are independent: each is judged alone, where it is performed (`engine/batch.ts`). */
const isOfItem = (operation: OperationEntry, issue: Issue): boolean =>
  isBatch(operation) && issue.pointer.startsWith('/items/');

/** Whether an operation takes independent items under one key. */
export const isBatch = (operation: OperationEntry): boolean => operation.path.endsWith('/batch');

const isTooManyItems = (issue: Issue): boolean =>
  issue.rule === 'maxItems' && /^[/](items|lanes|parcels)$/.test(issue.pointer);

/**
 * Step 10: the body alone. What a receiver could not take is refused; a strict sandbox refuses unknown members of the
 * minor that it serves, too. An unknown code of a list that may grow is never refused: it counts as the fallback.
 */
export const judgeBody = (
  operation: OperationEntry,
  schemaName: string,
  body: unknown,
  options: Pick<MockOptions, 'unknownMembers'>,
  isNewerMinor: boolean,
): { readonly body: unknown; readonly warnings: readonly Issue[] } => {
  const strict = judge(schemaName, body, 'sender');
  if (strict.ok) return { body: strict.value, warnings: strict.warnings };
  if (isBatch(operation) && strict.issues.every((issue) => isOfItem(operation, issue)))
    return { body, warnings: strict.warnings };
  const open = judge(schemaName, body, 'receiver');
  const unknown = strict.issues.filter((issue) => issue.rule === 'additionalProperties');
  // a receiver of events never refuses what it does not know, not even in a sandbox
  const isTolerant =
    options.unknownMembers === 'TOLERANT' || isNewerMinor || operation.name === 'receive-event';
  const issues = [...(open.ok ? [] : open.issues), ...(isTolerant ? [] : unknown)];
  if (issues.length === 0)
    return {
      body: knownMembers(schemaName, body),
      warnings: [...open.warnings, ...unknown],
    };
  const tooMany = issues.find(isTooManyItems);
  if (tooMany !== undefined && operation.problems.includes('BATCH_TOO_LARGE'))
    throw new Refusal('BATCH_TOO_LARGE', { members: { maxItemCount: tooMany.params.limit } });
  throw new Refusal(problemOf(issues), { issues });
};
