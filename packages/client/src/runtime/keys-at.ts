import { type Ambient, ambient } from '../ambient.ts';
import type { VerifyingKey } from './signature.ts';

/** Gives the keys of a party; asked with `fresh` when none of those that it gave has signed a delivery. */
export type KeyLoader = (fresh: boolean) => Promise<readonly VerifyingKey[]>;

/** As long as a capability document may be cached. */
const KEPT_MILLISECONDS = 300_000;
/** Forged deliveries must not make many requests for keys. */
const PAUSE_MILLISECONDS = 60_000;

/** The key set at an address, such as `endpoints.keys` of a capability document. It is kept, and read once at a time. */
export const keysAt = (
  url: string,
  surroundings: Partial<Pick<Ambient, 'fetch' | 'now'>> = {},
): KeyLoader => {
  const by = { ...ambient, ...surroundings };
  let kept: { readonly keys: Promise<readonly VerifyingKey[]>; readonly at: number } | undefined;
  const read = async (): Promise<readonly VerifyingKey[]> => {
    const response = await by.fetch(new Request(url, { headers: { accept: 'application/json' } }));
    if (!response.ok)
      throw new Error(
        `The key set at ${url} was answered with ${response.status}. Check the address.`,
      );
    const keySet: unknown = await response.json();
    return (keySet as { readonly keys: readonly VerifyingKey[] }).keys;
  };
  return async (fresh) => {
    const age = kept === undefined ? Number.POSITIVE_INFINITY : by.now() - kept.at;
    if (kept !== undefined && age < (fresh ? PAUSE_MILLISECONDS : KEPT_MILLISECONDS))
      return kept.keys;
    const asked = { keys: read(), at: by.now() };
    kept = asked;
    try {
      return await asked.keys;
    } catch (cause) {
      if (kept === asked) kept = undefined;
      throw cause;
    }
  };
};
