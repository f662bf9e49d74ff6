export { contentDigest, digestFits } from './content-digest.ts';
export {
  type CryptoKey,
  type SignatureJwk,
  type SigningKey,
  signingKeyFrom,
  verifyingKeyOf,
} from './keys.ts';
export type { SignedRequest, SignedResponse } from './message.ts';
export { LABEL, MAX_AGE, MAX_AHEAD, NONCE_LIFE, TAGS } from './profile.ts';
export { type Signing, signRequest, signResponse } from './sign.ts';
export { type SignatureProfile, signatureProfile } from './signature-profile.ts';
export {
  type KeyFound,
  type RequestVerdict,
  type ResponseVerdict,
  type Verifying,
  verifyRequest,
  verifyResponse,
} from './verify.ts';
