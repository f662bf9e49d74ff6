import { type ProblemCode, SPOKEN_VERSION } from '@openwaybill/schemas';
import { problemBody } from '../drive/peer.ts';

/** A refusal that a fault puts in the place of an answer. */
export const problemAnswer = (
  code: ProblemCode,
  members: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Response => {
  const body = problemBody(code, members);
  return new Response(JSON.stringify(body), {
    status: Number(body.status),
    headers: {
      'Content-Type': 'application/problem+json',
      'OpenWaybill-Version': SPOKEN_VERSION,
      'OpenWaybill-Sandbox': 'true',
      ...headers,
    },
  });
};
