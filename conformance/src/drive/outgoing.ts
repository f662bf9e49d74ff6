const encoder = new TextEncoder();

/** A request before it leaves: its bytes are kept as they are sent. */
export type Outgoing = {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string | Uint8Array<ArrayBuffer>;
};

/** The bytes of a body as they are sent. */
export const bytesOf = (body: Outgoing['body']): Uint8Array<ArrayBuffer> =>
  body === undefined ? new Uint8Array() : typeof body === 'string' ? encoder.encode(body) : body;
