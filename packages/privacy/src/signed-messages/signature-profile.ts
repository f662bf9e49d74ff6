import { signRequest, signResponse } from './sign.ts';
import { verifyRequest, verifyResponse } from './verify.ts';

/** Class `signed-messages` as one value: who hands it in can hand in another. */
export type SignatureProfile = {
  readonly signRequest: typeof signRequest;
  readonly verifyRequest: typeof verifyRequest;
  readonly signResponse: typeof signResponse;
  readonly verifyResponse: typeof verifyResponse;
};

/** The profile of the standard (RFC 9421, RFC 9530). */
export const signatureProfile: SignatureProfile = {
  signRequest,
  verifyRequest,
  signResponse,
  verifyResponse,
};
