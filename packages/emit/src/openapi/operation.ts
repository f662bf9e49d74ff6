import {
  answersETag,
  isAtLeast,
  mediaTypesOf,
  mustNotBeCached,
  type OperationEntry,
  privacyMax,
  problemSetOf,
  type Registry,
  takesIdempotencyKey,
} from '@openwaybill/schemas';
import { localRef } from './components.ts';
import { examplesOf } from './examples.ts';
import { EVERYWHERE, headers } from './headers.ts';
import { parametersOf } from './parameters.ts';
import { problemResponses } from './problem-responses.ts';

/** Who must show a token: everybody, nobody, or whoever wants the wider answer. */
const SECURITY = {
  required: [{ bearer: [] }],
  none: [],
  optional: [{ bearer: [] }, {}],
} as const;

/** A body of one message, with its examples. */
export const content = (
  registry: Registry,
  schema: { readonly $id?: string },
  mediaTypes: readonly string[] = ['application/json'],
): unknown => {
  const examples = examplesOf(registry, schema);
  return inEach(mediaTypes, {
    schema: { $ref: localRef(schema.$id ?? '') },
    ...(Object.keys(examples).length === 0 ? {} : { examples }),
  });
};

/** One body in every media type that it may have. */
export const inEach = (mediaTypes: readonly string[], body: unknown): unknown =>
  Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, body]));

/** What a status of success means, as a response object says it. */
const meaning = (en: string, zh: string) => ({ description: en, 'x-description-zh': zh });

const MEANS: Readonly<Record<number, ReturnType<typeof meaning>>> = {
  200: meaning('Done.', '已完成。'),
  201: meaning('Created.', '已创建。'),
  202: meaning('Taken; the outcome is not there yet.', '已受理，结果待定。'),
  204: meaning('Done; there is no body.', '已完成，无正文。'),
};

const REPEATED = meaning(
  'It was there already: the natural key has been used with the same content.',
  '先前已存在：自然键已用于相同的内容。',
);

const successes = (
  registry: Registry,
  operation: OperationEntry,
): Readonly<Record<string, unknown>> => {
  const { status, also = [], body } = operation.answer;
  const named = headers([
    ...EVERYWHERE,
    ...(answersETag(operation) ? (['ETag'] as const) : []),
    ...(takesIdempotencyKey(operation) ? (['IdempotencyReplayed'] as const) : []),
    ...(mustNotBeCached(registry.schemas, operation) ? (['CacheControl'] as const) : []),
  ]);
  return Object.fromEntries(
    [status, ...also]
      .toSorted((a, b) => a - b)
      .map((each) => [
        String(each),
        {
          ...(each === 200 && status === 201 ? REPEATED : MEANS[each]),
          headers: named,
          ...(body === undefined || each === 204 ? {} : { content: content(registry, body) }),
        },
      ]),
  );
};

/** One operation of a path, with everything that follows from its definition. */
export const operationObject = (registry: Registry, operation: OperationEntry) => {
  const home = registry.modules.find((module) => module.name === operation.module);
  const request = privacyMax(registry.schemas, operation.request);
  const answer = privacyMax(registry.schemas, operation.answer.body);
  return {
    operationId: operation.operationId,
    summary: operation.title.en,
    ...(operation.description === undefined ? {} : { description: operation.description.en }),
    tags: [operation.module],
    security: SECURITY[operation.token ?? 'required'],
    parameters: parametersOf(registry, operation),
    ...(operation.request === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: content(registry, operation.request, mediaTypesOf(operation)),
          },
        }),
    responses: {
      ...successes(registry, operation),
      ...Object.fromEntries(
        [...problemResponses(registry, operation)].map(([status, { name }]) => [
          String(status),
          { $ref: `#/components/responses/${name}` },
        ]),
      ),
    },
    'x-title-zh': operation.title.zh,
    ...(operation.description === undefined
      ? {}
      : { 'x-description-zh': operation.description.zh }),
    'x-module': operation.module,
    'x-conformance-class': operation.class ?? home?.conformanceClass ?? 'core',
    'x-served-by': operation.servedBy,
    'x-called-by': operation.calledBy,
    'x-since': operation.since,
    ...(operation.lifecycle === undefined ? {} : { 'x-lifecycle': operation.lifecycle }),
    'x-agreement': operation.agreement ?? 'required',
    'x-requirements': operation.requirements.map((requirement) => requirement.id),
    'x-problem-codes': problemSetOf(operation),
    'x-privacy-max': isAtLeast(request, answer) ? request : answer,
  };
};
