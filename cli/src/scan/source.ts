import { registry } from '@openwaybill/schemas';

/** One thing to look at: a value or a text, where it stands, and what the standard says that it is. */
export type Piece = {
  readonly line: number;
  /** What of a message it is: `request body`, `url`, a header; absent for a document. */
  readonly part?: string;
  /** Of the value inside of its document. */
  readonly pointer?: string;
  readonly schema?: string;
} & ({ readonly value: unknown } | { readonly text: string });

// biome-ignore lint/suspicious/noExplicitAny: a document of somebody else is narrowed where it is read
type Foreign = any;

const routes = registry.operations.map(({ operationId, method, path, request, answer }) => ({
  operationId,
  method,
  // a server may have a prefix of its own before the path of the standard
  pattern: new RegExp(`${path.replace(/\{\w+\}/g, '[^/]+')}$`, 'u'),
  literals: path.split('/').filter((segment) => !segment.startsWith('{')).length,
  request: request?.$id,
  answer: answer.body?.$id,
}));

const nameIn = (id: string | undefined): string | undefined =>
  id
    ?.split('/')
    .at(-1)
    ?.replace(/\.json$/u, '');

const routeOf = (method: string, url: string, operationId?: string) => {
  const path = url.replace(/^https?:\/\/[^/]*/u, '').replace(/[?#].*$/u, '');
  return operationId === undefined
    ? routes
        .filter((one) => one.method === method.toUpperCase() && one.pattern.test(path))
        .sort((a, b) => b.literals - a.literals)[0]
    : routes.find((one) => one.operationId === operationId);
};

const jsonOr = (text: string): { readonly value: unknown } | { readonly text: string } => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { value } : { text };
  } catch {
    return { text };
  }
};

/** Carries a secret by its purpose, and is no place for a person; a report of what it holds would only repeat it. */
const OF_TRANSPORT = new Set(['content-length', 'date', 'etag', 'webhook-signature']);

/** One message with its answer, as a recording has it. */
type Recorded = {
  readonly line: number;
  readonly pointer: string;
  readonly method: string;
  readonly url: string;
  readonly operation?: string;
  readonly eventType?: string;
  readonly status?: number;
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly responseHeaders: readonly (readonly [string, string])[];
  readonly requestBody?: string;
  readonly responseBody?: string;
};

const decodedUrl = (url: string): string => {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
};

/** The schema of an event is that of its payload, and the payload stands in the member `data`. */
const eventPieces = (
  body: string,
  at: Pick<Piece, 'line' | 'part' | 'pointer'>,
): readonly Piece[] => {
  const read = jsonOr(body);
  if ('text' in read) return [{ ...at, ...read }];
  return eventOf(read.value, at);
};

const payloads = new Map<string, string | undefined>(
  registry.events.map(({ type, data }) => [type, nameIn(data.$id)]),
);

const eventOf = (
  value: Foreign,
  at: Pick<Piece, 'line' | 'part' | 'pointer'>,
): readonly Piece[] => {
  const { data, ...envelope } = value;
  const schema = payloads.get(String(value.type));
  return [
    { ...at, value: envelope },
    { ...at, part: `${at.part} data`, ...(schema === undefined ? {} : { schema }), value: data },
  ];
};

/** A page of events is as many events; every other body is one value. */
const bodyPieces = (
  text: string,
  schema: string | undefined,
  at: Pick<Piece, 'line' | 'part' | 'pointer'>,
): readonly Piece[] => {
  const read = jsonOr(text);
  const { events, ...page } = ('value' in read ? read.value : {}) as Foreign;
  if (Array.isArray(events) && events.every((one) => typeof one?.specversion === 'string'))
    return [
      { ...at, value: page },
      ...events.flatMap((event, number) =>
        eventOf(event, { ...at, pointer: `${at.pointer ?? ''}/events/${number}` }),
      ),
    ];
  return [{ ...at, ...(schema === undefined ? {} : { schema }), ...read }];
};

const piecesOf = (recorded: Recorded): readonly Piece[] => {
  const { line, pointer, method, url, requestHeaders, responseHeaders, status = 0 } = recorded;
  const route = routeOf(method, url, recorded.operation);
  const headers = (
    side: 'request' | 'response',
    list: Recorded['requestHeaders'],
  ): readonly Piece[] =>
    list
      .filter(([name]) => !OF_TRANSPORT.has(name.toLowerCase()))
      .map(([name, text]) => ({
        line,
        pointer,
        part: `${side} header ${name.toLowerCase()}`,
        text: decodedUrl(text),
      }));
  const body = (
    side: 'request' | 'response',
    text: string | undefined,
    schema: string | undefined,
  ): readonly Piece[] => {
    if (text === undefined || text === '') return [];
    const at = { line, pointer, part: `${side} body` };
    if (side === 'request' && recorded.eventType !== undefined) return eventPieces(text, at);
    return bodyPieces(text, schema, at);
  };
  return [
    { line, pointer, part: 'url', text: decodedUrl(url) },
    ...headers('request', requestHeaders),
    ...body('request', recorded.requestBody, nameIn(route?.request)),
    ...headers('response', responseHeaders),
    ...body('response', recorded.responseBody, status >= 400 ? 'Problem' : nameIn(route?.answer)),
  ];
};

const pairsOf = (headers: Foreign): readonly (readonly [string, string])[] =>
  (Array.isArray(headers) ? headers : []).map((one: Foreign) =>
    Array.isArray(one) ? [String(one[0]), String(one[1])] : [String(one?.name), String(one?.value)],
  );

const bodyText = (body: Foreign): string | undefined =>
  typeof body?.utf8 === 'string'
    ? body.utf8
    : typeof body?.base64 === 'string'
      ? body.base64
      : undefined;

const isExchange = (value: Foreign): boolean =>
  value?.kind === 'exchange' && typeof value.request?.url === 'string';

/** The pieces of one line of a transcript or a log; a line that is no JSON is a text. */
export const piecesOfLine = (text: string, line: number, schema?: string): readonly Piece[] => {
  const read = jsonOr(text);
  if ('text' in read) return [{ line, ...read }];
  const value = read.value as Foreign;
  if (!isExchange(value)) return [{ line, value, ...(schema === undefined ? {} : { schema }) }];
  const { request, response } = value;
  return piecesOf({
    line,
    pointer: '',
    method: String(request.method),
    url: request.url,
    ...(typeof value.operation === 'string' ? { operation: value.operation } : {}),
    ...(typeof value.eventType === 'string' ? { eventType: value.eventType } : {}),
    ...(typeof response?.status === 'number' ? { status: response.status } : {}),
    requestHeaders: pairsOf(request.headers),
    responseHeaders: pairsOf(response?.headers),
    ...optional('requestBody', bodyText(request.body)),
    ...optional('responseBody', bodyText(response?.body)),
  });
};

const optional = <K extends string>(name: K, text: string | undefined) =>
  (text === undefined ? {} : { [name]: text }) as { readonly [name in K]?: string };

const isHar = (value: Foreign): boolean => Array.isArray(value?.log?.entries);

/** The text of a body of a HAR file; one in base64 is opened by the scan. */
const harText = (content: Foreign): string | undefined =>
  typeof content?.text === 'string' ? content.text : undefined;

/** The pieces of a whole JSON document: those of its messages, where it is a HAR file. */
export const piecesOfDocument = (value: unknown, schema?: string): readonly Piece[] => {
  if (!isHar(value)) return [{ line: 1, value, ...(schema === undefined ? {} : { schema }) }];
  return (value as Foreign).log.entries.flatMap((entry: Foreign, at: number) =>
    piecesOf({
      line: 1,
      pointer: `/log/entries/${at}`,
      method: String(entry?.request?.method),
      url: String(entry?.request?.url),
      ...(typeof entry?.response?.status === 'number' ? { status: entry.response.status } : {}),
      requestHeaders: pairsOf(entry?.request?.headers),
      responseHeaders: pairsOf(entry?.response?.headers),
      ...optional('requestBody', harText(entry?.request?.postData)),
      ...optional('responseBody', harText(entry?.response?.content)),
    }),
  );
};
