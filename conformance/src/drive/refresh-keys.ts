import type { JWK } from 'jose';
import type { Session } from './session.ts';

/** Reads the keys that the system publishes again. */
export const refreshKeys = async (session: Session): Promise<void> => {
  const { shore, claim, keys: known, timeoutMilliseconds } = session;
  try {
    const response = await shore.fetch(new Request(claim.document.endpoints.keys), {
      milliseconds: timeoutMilliseconds,
    });
    const { keys } = (await response.json()) as { readonly keys?: readonly JWK[] };
    if (Array.isArray(keys)) known.current = keys;
  } catch {
    // what cannot be read verifies nothing, and the check of the signature says so
  }
};
