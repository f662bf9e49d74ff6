import type { OperationRow } from './rows.ts';

/** What a call was given, whatever its operation. */
export type Given = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
};

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

/** Where a call goes. Only the query parameters that the operation names are sent. */
export const urlOf = (baseUrl: string, row: OperationRow, { path, query }: Given): string => {
  const filled = row.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(path?.[name] ?? ''),
  );
  const asked = new URLSearchParams();
  for (const name of row.query ?? []) {
    const value = query?.[name];
    if (value !== undefined) asked.set(name, textOf(value));
  }
  const text = asked.toString();
  return `${baseUrl.replace(/\/+$/, '')}${filled}${text === '' ? '' : `?${text}`}`;
};

/** The headers that follow from the operation and the call. */
export const headersOf = (
  row: OperationRow,
  given: Given,
  own: { readonly version: string; readonly token?: string; readonly key?: string },
): Record<string, string> => ({
  accept: 'application/json, application/problem+json',
  'openwaybill-version': own.version,
  ...(own.token === undefined ? {} : { authorization: `Bearer ${own.token}` }),
  ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(own.key === undefined ? {} : { 'idempotency-key': own.key }),
  ...(given.ifMatch === undefined ? {} : { 'if-match': `"${given.ifMatch}"` }),
  ...(row.noStore === true ? { 'cache-control': 'no-store' } : {}),
});
