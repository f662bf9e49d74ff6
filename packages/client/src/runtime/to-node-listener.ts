/** A request of `node:http`, as far as it is needed here: nothing of Node is imported. */
export type Incoming = AsyncIterable<Uint8Array> & {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
};
/** An answer of `node:http`. */
export type Outgoing = {
  readonly writeHead: (status: number, headers: Record<string, string>) => unknown;
  readonly end: (text: string) => unknown;
};

/** More than any event; what follows is read but not kept, so that the refusal can still be sent. */
const KEPT_BYTES = 262_144;

/**
 * An endpoint as a listener of `node:http`, and so of express, where nothing before it has read the body. The host of
 * the address is not known and never looked at.
 */
export const toNodeListener =
  (receive: (request: Request) => Promise<Response>) =>
  async (incoming: Incoming, outgoing: Outgoing): Promise<void> => {
    const { method = 'GET', url = '/' } = incoming;
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    for await (const chunk of incoming) {
      if (length <= KEPT_BYTES) chunks.push(new Uint8Array(chunk));
      length += chunk.length;
    }
    const response = await receive(
      new Request(new URL(url, 'http://localhost'), {
        method,
        headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]),
        ...(method === 'GET' || method === 'HEAD' ? {} : { body: new Blob(chunks) }),
      }),
    );
    const headers: Record<string, string> = {};
    response.headers.forEach((value, name) => {
      headers[name] = value;
    });
    outgoing.writeHead(response.status, headers);
    outgoing.end(await response.text());
  };
