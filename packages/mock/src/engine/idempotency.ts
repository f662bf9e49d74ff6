import { hex } from '@openwaybill/validate';
import type { Row } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import type { Answer } from './call.ts';
import type { MockOptions } from './options.ts';
import { Refusal } from './refusal.ts';
import type { TimerHandler } from './system.ts';

/** What is kept of a command, under caller, operation and key. */
type Kept = { readonly digest: string; readonly answer: Answer };

/** SHA-256 of bytes, in hexadecimal. */
export const digestOf = async (
  { sha256 }: Pick<MockOptions, 'sha256'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> =>
  hex(sha256?.(bytes) ?? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

const COLLECTION = 'idempotency';

/** The timer at which an outcome is forgotten, and its key with it. */
export const OUTCOME_RETENTION = 'outcome-retention';

export const outcomeRetention: TimerHandler = async (_, unit, __, id) =>
  unit.delete(COLLECTION, id);

/** The first answer of the same command, or nothing. Refuses the key of another body. */
export const replayOf = async (
  unit: Unit,
  id: string,
  digest: string,
): Promise<Answer | undefined> => {
  const kept = await unit.get<Kept>(COLLECTION, id);
  if (kept === undefined) return undefined;
  if (kept.digest !== digest)
    throw new Refusal('IDEMPOTENCY_KEY_REUSED', {
      issues: [{ pointer: '/Idempotency-Key', rule: 'DSC-013', params: {} }],
    });
  return {
    ...kept.answer,
    headers: { ...kept.answer.headers, 'Idempotency-Replayed': 'true' },
  };
};

/** Answers that bind a key: all but 401, 403, 429, 5xx and what may succeed later. */
const binds = (answer: Answer): boolean =>
  !(
    [401, 403, 429].includes(answer.status) ||
    answer.status >= 500 ||
    (answer.body as { retryable?: boolean } | undefined)?.retryable === true
  );

/** Keeps an answer to an operation under its key, where it binds it. */
export const keep = (
  unit: Unit,
  { id, owner, parent }: Pick<Row, 'id' | 'owner' | 'parent'>,
  now: string,
  digest: string,
  answer: Answer,
): boolean => {
  if (!binds(answer)) return false;
  const { after: _, kept, ...plain } = answer;
  const body: Kept = { digest, answer: kept ?? plain };
  unit.put({ collection: COLLECTION, id, owner, parent, createdAt: now, updatedAt: now, body });
  return true;
};
