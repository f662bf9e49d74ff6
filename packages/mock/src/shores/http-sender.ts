import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { useAgent } from 'request-filtering-agent';
import type { Attempt, Delivery } from '../engine/options.ts';

const ANSWER_WITHIN = 5_000;
/** More of an answer than a challenge needs is not read. */
const MAX_ANSWER_BYTES = 16 * 1024;
const LOOPBACK = ['127.0.0.1', '::1'];

/** What may be reached, and how names become addresses (absent: as the machine does it). */
export type SenderOptions = {
  /** A sandbox's receivers are on the same machine. */
  readonly isLoopbackAllowed: boolean;
  readonly lookup?: LookupFunction;
  /** Aborts after milliseconds; held by its timer, since nothing here holds it. */
  readonly deadline: (milliseconds: number) => AbortSignal;
};

/**
 * Sends deliveries by HTTP: a receiver has five seconds, and a redirect is an answer like any other. The address that
 * is really connected to is judged at each attempt, so that a name which changes its address once it was accepted
 * leads nowhere.
 */
export const httpSender =
  ({ isLoopbackAllowed, lookup, deadline }: SenderOptions) =>
  ({ url, headers, body }: Delivery): Promise<Attempt> =>
    new Promise((resolve) => {
      // no answer at all is an attempt that failed, whatever the reason
      const fail = (): void => resolve({ status: 0, body: '' });
      const isSecure = url.startsWith('https:');
      const outgoing = (isSecure ? requestHttps : requestHttp)(
        url,
        {
          method: 'POST',
          headers: { ...headers, 'Content-Length': String(new TextEncoder().encode(body).length) },
          signal: deadline(ANSWER_WITHIN),
          agent: useAgent(url, {
            ...(isLoopbackAllowed ? { allowIPAddressList: LOOPBACK } : {}),
            ...(lookup === undefined ? {} : { lookup }),
          }),
        },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (part: string) => {
            text += part;
            if (text.length > MAX_ANSWER_BYTES) answer.destroy();
          });
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
          answer.on('close', fail);
        },
      );
      outgoing.on('error', fail);
      outgoing.on('close', fail);
      outgoing.end(body);
    });
