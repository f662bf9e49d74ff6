import { headerOf } from '../transcript/body.ts';
import {
  type Exchange,
  exchangesOf,
  type HeaderList,
  headOf,
  type RecordedBody,
  type Transcript,
} from '../transcript/format.ts';

const headersOf = (headers: HeaderList) => headers.map(([name, value]) => ({ name, value }));

const sizeOf = (body: RecordedBody | undefined): number =>
  body === undefined
    ? 0
    : 'utf8' in body
      ? new TextEncoder().encode(body.utf8).length
      : 'base64' in body
        ? Math.floor((body.base64.length * 3) / 4)
        : body.length;

const contentOf = (body: RecordedBody | undefined, mimeType: string) => ({
  size: sizeOf(body),
  mimeType,
  ...(body === undefined
    ? {}
    : 'utf8' in body
      ? { text: body.utf8 }
      : 'base64' in body
        ? { text: body.base64, encoding: 'base64' }
        : { comment: [`${body.length} bytes`, body.sha256].filter(Boolean).join(', ') }),
});

const typeOf = (headers: HeaderList): string => headerOf(headers, 'Content-Type') ?? '';

const entryOf = (exchange: Exchange) => {
  const { request, response, unanswered, facts, scenario, operation, eventType } = exchange;
  const time = facts?.milliseconds ?? 0;
  const { body } = request;
  const about = [
    `#${exchange.seq}`,
    `${exchange.from} -> ${exchange.to}`,
    ...[operation, eventType, scenario].filter((word) => word !== undefined),
  ];
  return {
    startedDateTime: request.sentAt,
    time,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: headersOf(request.headers),
      queryString: [...new URL(request.url).searchParams].map(([name, value]) => ({ name, value })),
      headersSize: -1,
      bodySize: sizeOf(body),
      ...(body === undefined
        ? {}
        : {
            postData: {
              mimeType: typeOf(request.headers),
              text: 'utf8' in body ? body.utf8 : '',
            },
          }),
    },
    // a request without an answer has status 0, as browsers write it
    response: {
      status: response?.status ?? 0,
      statusText: unanswered ?? '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: headersOf(response?.headers ?? []),
      content: contentOf(response?.body, typeOf(response?.headers ?? [])),
      redirectURL: headerOf(response?.headers, 'Location') ?? '',
      headersSize: -1,
      bodySize: sizeOf(response?.body),
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    comment: about.join(' '),
  };
};

/** The exchanges of a transcript as HAR 1.2, for tools that read nothing else; what was taken out stays out. */
export const harOf = (transcript: Transcript): string => {
  const { suite, runId } = headOf(transcript);
  const log = {
    version: '1.2',
    creator: { name: '@openwaybill/conformance', version: suite.version },
    comment: runId,
    entries: exchangesOf(transcript).map(entryOf),
  };
  return `${JSON.stringify({ log }, undefined, 1)}\n`;
};
