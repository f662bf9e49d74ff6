/** A request of Node, as far as it is needed here: nothing of Node or of a framework is imported. */
export type Head = {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
};
/** An answer of `node:http`. */
export type Outgoing = {
  readonly writeHead: (status: number, headers: Record<string, string>) => unknown;
  readonly end: (text: string) => unknown;
};

export type Receive = (request: Request) => Promise<Response>;

/** Hands a request with its bytes to an endpoint, and writes its answer. The host is not known and never looked at. */
export const handOn = async (
  receive: Receive,
  { method = 'GET', url = '/', headers: named }: Head,
  body: readonly Uint8Array[],
  outgoing: Outgoing,
): Promise<void> => {
  const request = new Request(new URL(url, 'http://localhost'), {
    method,
    headers: Object.entries(named).map(([name, value]): [string, string] => [name, String(value)]),
    ...(method === 'GET' || method === 'HEAD'
      ? {}
      : { body: new Blob(body.map((part) => new Uint8Array(part))) }),
  });
  const response = await receive(request);
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    headers[name] = value;
  });
  outgoing.writeHead(response.status, headers);
  outgoing.end(await response.text());
};

/** The bytes that a parser before the endpoint has read. Throws where it made something else of them. */
export const bytesOf = (body: unknown, remedy: string): Uint8Array => {
  if (body instanceof Uint8Array) return body;
  throw new TypeError(
    `The body came parsed, and a signature is over the bytes as they came. ${remedy}`,
  );
};
