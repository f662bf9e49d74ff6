import type { JWK } from 'jose';
import type { Session } from './session.ts';

/** Reads the keys that the system publishes anew. */
export const refreshKeys = async (session: Session): Promise<void> => {
  const { shore, claim, timeoutMilliseconds: milliseconds } = session;
  try {
    const response = await shore.fetch(new Request(claim.document.endpoints.keys), {
      milliseconds,
    });
    const { keys } = (await response.json()) as { readonly keys?: readonly JWK[] };
    if (Array.isArray(keys)) session.keys.current = keys;
  } catch {
    // what cannot be read verifies nothing, and the check of the signature says so
  }
};
