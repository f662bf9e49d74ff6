import { base64url } from '@openwaybill/validate/light';
import { appendSignature, createSignature, type SignatureComponent } from 'http-message-sig';
import { contentDigest } from './content-digest.ts';
import { type SigningKey, signerOf } from './keys.ts';
import {
  requestDescriptor,
  responseDescriptor,
  type SignedRequest,
  type SignedResponse,
} from './message.ts';
import {
  BINDING,
  LABEL,
  NONCE_BYTES,
  requestComponents,
  responseComponents,
  TAGS,
} from './profile.ts';

/** With what, and when. */
export type Signing = {
  readonly key: SigningKey;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What is covered in place of everything that must be: for probes alone. */
  readonly covers?: readonly SignatureComponent[];
};

const created = (now: number): number => Math.floor(now / 1000);

const withDigest = async (headers: Headers, body: Uint8Array): Promise<Headers> => {
  const made = new Headers(headers);
  if (body.length > 0) made.set('Content-Digest', await contentDigest(body));
  return made;
};

/** The headers of a request with its digest and its signature (RFC 9421, class `signed-messages`). */
export const signRequest = async (
  request: SignedRequest,
  { key, now, random, covers }: Signing & { readonly random: (count: number) => Uint8Array },
): Promise<Headers> => {
  const headers = await withDigest(request.headers, request.body);
  const fields = await createSignature(requestDescriptor({ ...request, headers }), {
    label: LABEL,
    components: covers ?? requestComponents(headers, request.body.length > 0),
    parameters: {
      created: created(now),
      keyid: key.kid,
      nonce: base64url(random(NONCE_BYTES)),
      tag: TAGS.request,
    },
    signer: signerOf(key),
  });
  return appendSignature(headers, fields);
};

/** The headers of a response with its digest and a signature that is bound to the signed request. */
export const signResponse = async (
  response: SignedResponse,
  request: SignedRequest,
  { key, now, covers }: Signing,
): Promise<Headers> => {
  const headers = await withDigest(response.headers, response.body);
  const fields = await createSignature(responseDescriptor({ ...response, headers }, request), {
    label: LABEL,
    components: covers ?? [...responseComponents(response.body.length > 0), ...BINDING],
    parameters: { created: created(now), keyid: key.kid, tag: TAGS.response },
    signer: signerOf(key),
  });
  return appendSignature(headers, fields);
};
