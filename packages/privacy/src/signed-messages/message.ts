import type { FieldOccurrence, RequestDescriptor, ResponseDescriptor } from 'http-message-sig';

/** A request as it is signed: what stands on the wire, and the bytes of its body. */
export type SignedRequest = {
  readonly method: string;
  /** Absolute, as the party that answers knows itself. */
  readonly targetUri: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
};

/** A response as it is signed. */
export type SignedResponse = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
};

const PRINTABLE = /^[\t\x20-\x7e]*$/;

/** Fields that can be covered: others cannot be put into a signature base, and no other party needs to care. */
const fieldsOf = (headers: Headers): readonly FieldOccurrence[] =>
  [...headers].flatMap(([name, value]) => (PRINTABLE.test(value) ? [{ name, value }] : []));

/** A request in the words of the library. */
export const requestDescriptor = (request: SignedRequest): RequestDescriptor => ({
  kind: 'request',
  method: request.method,
  targetUri: request.targetUri,
  fields: fieldsOf(request.headers),
});

/** A response and the request that it answers. */
export const responseDescriptor = (
  response: SignedResponse,
  request: SignedRequest,
): ResponseDescriptor => ({
  kind: 'response',
  status: response.status,
  fields: fieldsOf(response.headers),
  request: requestDescriptor(request),
});
