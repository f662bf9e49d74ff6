import { privacyOf } from '@openwaybill/privacy';
import { isAtLeast, nameIn, type OperationEntry, registry, wordNameOf } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { decodedStep } from '../drive/operations.ts';
import type { HeaderList } from '../transcript/format.ts';
import type { Numbering } from './redacted.ts';

/** Headers of HTTP and of the standard, whose values tell of messages and not of people. */
const KNOWN: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'age',
  'allow',
  'cache-control',
  'connection',
  'content-digest',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'etag',
  'expect',
  'host',
  'idempotency-key',
  'idempotency-replayed',
  'if-match',
  'if-none-match',
  'keep-alive',
  'openwaybill-sandbox',
  'openwaybill-version',
  'retry-after',
  'signature',
  'signature-input',
  'strict-transport-security',
  'te',
  'traceparent',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'vary',
  'via',
  'webhook-id',
  'webhook-signature',
  'webhook-timestamp',
  'www-authenticate',
]);
const SECRET: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'proxy-authorization',
]);

/** Headers as a recording holds them: secrets by number, and what nobody knows, too. */
export const redactHeaders = (headers: HeaderList, numberOf: Numbering): HeaderList =>
  headers.map(([name, value]) => {
    const known = name.toLowerCase();
    if (SECRET.has(known)) return [name, `[secret:${numberOf(value)}]`];
    return [name, KNOWN.has(known) ? value : `[redacted:${numberOf(value)}]`];
  });

/** Steps of paths that are the standard's own words. */
const LITERALS: ReadonlySet<string> = new Set(
  registry.operations.flatMap(({ path }) => path.split('/')).concat('oauth', 'token'),
);

/** Whether a parameter is what its word says, and its word is of no person. */
const isPlainWord = (word: string | undefined, text: string): boolean => {
  const schema = word === undefined ? undefined : registry.schemas.get(word)?.schema;
  const privacy = schema === undefined ? undefined : privacyOf(schema);
  return (
    word !== undefined &&
    privacy !== undefined &&
    !isAtLeast(privacy.class, 'personal') &&
    judge(word, text, 'receiver').ok
  );
};

const PAGING: ReadonlySet<string> = new Set(['cursor', 'limit']);

const wordOfQuery = (operation: OperationEntry, name: string): string | undefined => {
  const { $ref } = (operation.query?.[name] ?? {}) as { readonly $ref?: string };
  return $ref === undefined ? undefined : nameIn($ref);
};

/** An address as a recording holds it: what is a word of the standard stays. */
export const redactUrl = (
  url: string,
  operation: OperationEntry | undefined,
  numberOf: Numbering,
): string => {
  const { origin, pathname, searchParams } = new URL(url);
  const out = (text: string): string => `[redacted:${numberOf(text)}]`;
  const template = operation?.path.split('/') ?? [];
  const given = pathname.split('/');
  const path = given.map((step, at) => {
    const parameter =
      template.length === given.length ? /^\{(\w+)\}$/.exec(template[at] ?? '')?.[1] : undefined;
    const isKept =
      parameter === undefined
        ? LITERALS.has(step)
        : isPlainWord(wordNameOf(registry.schemas, parameter), decodedStep(step));
    return isKept ? step : out(step);
  });
  const query = [...searchParams].map(([name, text]) => {
    const word = operation === undefined ? undefined : wordOfQuery(operation, name);
    const isPage = name === 'limit' && /^[0-9]{1,3}$/.test(text);
    const isNamed = PAGING.has(name) || operation?.query?.[name] !== undefined;
    return `${isNamed ? name : out(name)}=${isPage || isPlainWord(word, text) ? encodeURIComponent(text) : out(text)}`;
  });
  return `${origin}${path.join('/')}${query.length === 0 ? '' : `?${query.join('&')}`}`;
};
