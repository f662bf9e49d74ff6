import type { Behaviour } from '../engine/call.ts';

/** The public halves, as a JWK Set (RFC 7517). */
export const getKeys: Behaviour = async ({ system }) => ({
  status: 200,
  headers: { 'Cache-Control': 'max-age=300' },
  body: { keys: [...system.keys.published.map(({ publicJwk }) => publicJwk), system.keys.sealing] },
});
