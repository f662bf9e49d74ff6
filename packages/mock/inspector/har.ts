import type { Here, RequestDetail } from '../src/inspector/wire.ts';

const headersOf = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

/** Exchanges as an HTTP archive (HAR 1.2), which browsers and `openwaybill judge` read. Tokens are not in it. */
export const harOf = (here: Here, exchanges: readonly RequestDetail[]): string =>
  JSON.stringify(
    {
      log: {
        version: '1.2',
        creator: { name: 'OpenWaybill inspector', version: here.standard },
        entries: exchanges.map((one) => {
          const text = one.answerBody === undefined ? '' : JSON.stringify(one.answerBody);
          return {
            startedDateTime: one.wallAt,
            time: one.milliseconds,
            request: {
              method: one.method,
              url: here.baseUrl + one.path,
              httpVersion: 'HTTP/1.1',
              headers: headersOf(one.requestHeaders),
              queryString: [...new URL(here.baseUrl + one.path).searchParams].map(
                ([name, value]) => ({ name, value }),
              ),
              cookies: [],
              headersSize: -1,
              bodySize: bytesIn(one.requestBody ?? ''),
              ...(one.requestBody === undefined
                ? {}
                : {
                    postData: {
                      mimeType: one.requestHeaders['content-type'] ?? 'application/json',
                      text: one.requestBody,
                    },
                  }),
            },
            response: {
              status: one.status,
              statusText: '',
              httpVersion: 'HTTP/1.1',
              headers: headersOf({ 'Content-Type': 'application/json', ...one.answerHeaders }),
              cookies: [],
              content: { size: bytesIn(text), mimeType: 'application/json', text },
              redirectURL: '',
              headersSize: -1,
              bodySize: bytesIn(text),
            },
            cache: {},
            timings: { send: 0, wait: one.milliseconds, receive: 0 },
          };
        }),
      },
    },
    null,
    1,
  );
