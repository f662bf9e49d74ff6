import { nameIn, registry } from '@openwaybill/schemas';
import { valueAt } from '@openwaybill/validate';
import { knownOperation } from '../../drive/operations.ts';
import { requestSchemaOf } from '../../drive/own-message.ts';
import { answerOf, codeOfAnswer, requestOf, statusOf } from '../../transcript/body.ts';
import type { Check } from '../../words.ts';
import { checkOf, demand } from '../check.ts';

type Schema = {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: unknown;
};

const schemaOf = (name: string): Schema | undefined =>
  registry.schemas.get(name)?.schema as Schema | undefined;

/** Whether a schema has the place of a pointer, whatever stands there. */
const hasPlace = (given: Schema | undefined, tokens: readonly string[]): boolean => {
  const schema = given?.$ref === undefined ? given : schemaOf(nameIn(given.$ref));
  const [token, ...rest] = tokens;
  if (token === undefined) return true;
  if (schema === undefined) return false;
  if (schema.items !== undefined) return /^\d+$/.test(token) && hasPlace(schema.items, rest);
  const member = schema.properties?.[token];
  if (member !== undefined) return hasPlace(member, rest);
  return schema.additionalProperties !== false && schema.properties === undefined;
};

const tokensOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What a refusal points to is a place of the request, or one that its schema has. */
export const pointerChecks: readonly Check[] = [
  checkOf('DSC-027', {
    'pointers-lead-somewhere': {
      optional: true,
      judge: (seen) =>
        seen.exchanges.flatMap((exchange) => {
          const operation = exchange.to === 'sut' ? knownOperation(exchange.operation) : undefined;
          const schema = operation === undefined ? undefined : requestSchemaOf(operation);
          const errors: unknown = answerOf(exchange)?.errors;
          const isOfBody =
            statusOf(exchange) === 422 && codeOfAnswer(exchange) !== 'IDEMPOTENCY_KEY_REUSED';
          if (schema === undefined || !isOfBody || !Array.isArray(errors)) return [];
          const body: unknown = requestOf(exchange);
          // what the address names is a member of what it names: `/assetId` of `/reusable-assets/{assetId}`
          const isOfAddress = (pointer: string): boolean =>
            operation?.path.includes(`{${pointer.slice(1)}}`) === true;
          const astray = errors
            .map((one: { readonly pointer?: unknown } | null) => one?.pointer)
            .some(
              (pointer) =>
                typeof pointer === 'string' &&
                valueAt(body, pointer) === undefined &&
                !isOfAddress(pointer) &&
                !hasPlace(schemaOf(schema), tokensOf(pointer)),
            );
          return [
            demand(
              !astray,
              exchange,
              { en: 'a place of the request', zh: '请求中的位置' },
              { en: 'one that it has not', zh: '请求中没有的位置' },
              { pointer: '/errors', surface: 'body' },
            ),
          ];
        }),
    },
  }),
];
