import { base64url, fromBase64url } from '@openwaybill/validate';
import type { Row } from '../store/store.ts';
import type { Answer, Call } from './call.ts';
import { DAY } from './clock.ts';
import { Refusal } from './refusal.ts';

const DEFAULT_LIMIT = 50;
/** A cursor lives 24 hours of the tenant's time. */
const LIFE = DAY;

type Place = { readonly createdAt: string; readonly id: string };
type Cursor = Place & { readonly madeAt: string };

const encode = (cursor: Cursor): string =>
  base64url(new TextEncoder().encode(JSON.stringify([cursor.madeAt, cursor.createdAt, cursor.id])));

const decode = (text: string): Cursor | undefined => {
  try {
    const [madeAt, createdAt, id] = JSON.parse(new TextDecoder().decode(fromBase64url(text)));
    return { madeAt: String(madeAt), createdAt: String(createdAt), id: String(id) };
  } catch {
    return undefined;
  }
};

/** The place that a request's cursor names; refuses one that is not ours, or too old. */
export const placeOf = (call: Pick<Call, 'query' | 'now'>, life = LIFE): Place | undefined => {
  const text = call.query.cursor;
  if (text === undefined) return undefined;
  const cursor = decode(text);
  if (cursor === undefined)
    throw new Refusal('PARAMETER_INVALID', {
      issues: [{ pointer: '/cursor', rule: 'parameter', params: { name: 'cursor' } }],
    });
  if (Date.parse(call.now) - Date.parse(cursor.madeAt) > life) throw new Refusal('CURSOR_EXPIRED');
  return { createdAt: cursor.createdAt, id: cursor.id };
};

/** As many items as a page of this request has at most. */
export const pageLimit = (call: Pick<Call, 'query'>): number =>
  Number(call.query.limit ?? DEFAULT_LIMIT);

/** A cursor that goes on after a row. */
export const cursorAfter = (row: Place, now: string): string =>
  encode({ madeAt: now, createdAt: row.createdAt, id: row.id });

/**
 * One page of a collection in the order (createdAt, id), filtered by `keep` and shown by `show`. `updatedSince` of the
 * query is obeyed where the operation names it.
 */
export const pageAnswer = async (
  call: Call,
  selection: { readonly collection: string; readonly owner?: string; readonly parent?: string },
  show: (row: Row) => unknown | Promise<unknown>,
  keep: (row: Row) => boolean | Promise<boolean> = () => true,
): Promise<Answer> => {
  const limit = pageLimit(call);
  const after = placeOf(call);
  const since = call.query.updatedSince;
  const rows = await call.unit.list({
    ...selection,
    ...(after === undefined ? {} : { after }),
    ...(since === undefined ? {} : { updatedSince: new Date(since).toISOString() }),
  });
  const kept: Row[] = [];
  for (const row of rows) {
    if (kept.length > limit) break;
    if (await keep(row)) kept.push(row);
  }
  const page = kept.slice(0, limit);
  const last = page.at(-1);
  return {
    status: 200,
    body: {
      items: await Promise.all(page.map(show)),
      ...(kept.length > limit && last !== undefined
        ? { nextCursor: cursorAfter(last, call.now) }
        : {}),
    },
  };
};
