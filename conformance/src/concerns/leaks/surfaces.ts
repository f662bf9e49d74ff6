import { withoutPlain } from '@openwaybill/privacy/scan';
import { nameOf, registry } from '@openwaybill/schemas';
import { fromBase64 } from '@openwaybill/validate';
import { operationOf } from '../../drive/operations.ts';
import { jsonOf, statusOf } from '../../transcript/body.ts';
import type { Exchange, HeaderList, RecordedBody } from '../../transcript/format.ts';
import type { Surface } from '../../words.ts';

/** One place of a message where a value may stand that should not, and what is to be read there. */
export type ShownSurface = {
  readonly exchange: Exchange;
  readonly surface: Extract<Surface, 'url' | 'header' | 'body'>;
  /** A body of an answer or a request, of a problem, or of an event. */
  readonly of: 'ANSWER' | 'REQUEST' | 'PROBLEM' | 'EVENT';
  /** Name of a header. */
  readonly name?: string;
  readonly content: string | Uint8Array;
};

/** Headers that the runner itself reads for a message's own sake, and that no system fills with words. */
const OF_TRANSPORT = new Set(['authorization', 'content-length', 'date', 'webhook-signature']);

const schemaOf = (exchange: Exchange, side: 'request' | 'response'): string | undefined => {
  if (exchange.operation === undefined || exchange.eventType !== undefined) return undefined;
  const operation = operationOf(exchange.operation);
  const schema = side === 'request' ? operation.request : operation.answer.body;
  return schema?.$id === undefined ? undefined : nameOf(schema);
};

/** A body without what its schema has a place for. */
const contentOf = (body: RecordedBody, schema: string | undefined): string | Uint8Array => {
  if ('base64' in body) return fromBase64(body.base64) ?? body.base64;
  if (!('utf8' in body)) return body.head ?? '';
  const value = schema === undefined ? undefined : jsonOf(body);
  return value === undefined
    ? body.utf8
    : JSON.stringify(withoutPlain(value, schema ?? '', registry));
};

const headersOf = (
  exchange: Exchange,
  of: ShownSurface['of'],
  headers: HeaderList,
): readonly ShownSurface[] =>
  headers.flatMap(([name, content]) =>
    OF_TRANSPORT.has(name.toLowerCase())
      ? []
      : [{ exchange, surface: 'header' as const, of, name, content }],
  );

const isProblem = (exchange: Exchange): boolean => statusOf(exchange) >= 400;

/** Every place of what a system under test said in one exchange. */
export const surfacesOf = (exchange: Exchange): readonly ShownSurface[] => {
  const surfaces: ShownSurface[] = [];
  if (exchange.from === 'sut') {
    const of = exchange.eventType === undefined ? 'REQUEST' : 'EVENT';
    const { url, headers, body } = exchange.request;
    surfaces.push({ exchange, surface: 'url', of, content: url });
    surfaces.push(...headersOf(exchange, of, headers));
    if (body !== undefined)
      surfaces.push({
        exchange,
        surface: 'body',
        of,
        content: contentOf(body, schemaOf(exchange, 'request')),
      });
  }
  if (exchange.to === 'sut' && exchange.response !== undefined) {
    const of = isProblem(exchange) ? 'PROBLEM' : 'ANSWER';
    const { headers, body } = exchange.response;
    surfaces.push(...headersOf(exchange, of, headers));
    if (body !== undefined)
      surfaces.push({
        exchange,
        surface: 'body',
        of,
        content: contentOf(body, of === 'PROBLEM' ? undefined : schemaOf(exchange, 'response')),
      });
  }
  return surfaces;
};
