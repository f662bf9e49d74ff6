import { readdirSync } from 'node:fs';
import { minorOf } from '@openwaybill/schemas';
import type { Material, QueryFacts } from '../generator/material.ts';
import { messagesOf } from './messages.ts';
import {
  CONTRACT,
  type Content,
  nameOf,
  type Operation,
  type Parameter,
  parameterOf,
  published,
  readJson,
} from './published.ts';
import { wordsOf } from './words.ts';

const bodyOf = (holder: Content | undefined): string | undefined => {
  const reference = holder?.content?.['application/json']?.schema.$ref;
  return reference === undefined ? undefined : nameOf(reference);
};

/** A replay has a cursor too, but goes on for ever: it is read, not walked. */
const hasItems = (schema = ''): boolean =>
  Object.hasOwn(published.components.schemas[schema]?.properties ?? {}, 'items');

const conditionOf = (
  parameters: readonly Parameter[],
): Material['operations'][number]['conditional'] => {
  const match = parameters.find((one) => one.name === 'If-Match');
  if (match === undefined) return false;
  return match.required === true ? 'always' : 'once-stored';
};

/** What the value of a query parameter is; all but numbers and flags is text. */
const queryFacts = (parameter: Parameter): QueryFacts => {
  const { name = '', required = false, schema } = parameter;
  const target =
    schema?.$ref === undefined ? schema : published.components.schemas[nameOf(schema.$ref)];
  const type = target?.type;
  return {
    name,
    title: schema?.title ?? target?.title ?? name,
    required,
    ...wordsOf(parameter, schema, target),
    is: type === 'integer' ? 'WHOLE' : type === 'boolean' ? 'FLAG' : 'TEXT',
  };
};

const operationFacts = (path: string, method: string, operation: Operation) => {
  const parameters = operation.parameters.map(parameterOf);
  const has = (name: string): boolean => parameters.some((one) => one.name === name);
  const request = bodyOf(operation.requestBody);
  const answer = Object.entries(operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([, response]) => bodyOf(response))
    .find((name) => name !== undefined);
  return {
    operationId: operation.operationId,
    module: operation['x-module'],
    summary: operation.summary,
    ...wordsOf(operation),
    method: method.toUpperCase() as Material['operations'][number]['method'],
    path,
    query: parameters.filter((one) => one.in === 'query').map(queryFacts),
    ...(request === undefined ? {} : { request }),
    ...(answer === undefined ? {} : { answer }),
    keyed: has('Idempotency-Key'),
    conditional: conditionOf(parameters),
    noStore: has('Cache-Control'),
    anonymous: operation.security.length === 0,
    paged: has('cursor') && hasItems(answer),
    calledBy: operation['x-called-by'],
    problems: operation['x-problem-codes'],
  };
};

/** A delivery is made by a sender of events and signed, not called by a client. */
const isDelivery = (operation: Operation): boolean =>
  operation.parameters.some((one) => parameterOf(one).name === 'webhook-id');

type CodeList = {
  readonly name: string;
  readonly extensible?: boolean;
  readonly fallback?: string;
  readonly codes: readonly { readonly code: string }[];
};
type ProblemRow = {
  readonly code: string;
  readonly status: number;
  readonly title: { readonly en: string };
  readonly retryable: boolean;
};

/** What clients are made of, from the published contract alone. */
export const facts = (): Material => {
  const everything = Object.entries(published.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ path, method, operation })),
  );
  const inbox = everything.find(({ operation }) => isDelivery(operation))?.operation;
  const folder = new URL('codelists/json/', CONTRACT);
  return {
    version: minorOf(published.info.version),
    operations: everything
      .filter(({ operation }) => !isDelivery(operation))
      .map(({ path, method, operation }) => operationFacts(path, method, operation))
      .sort((a, b) => (a.operationId < b.operationId ? -1 : 1)),
    events: Object.entries(published.webhooks).flatMap(([type, { post }]) => {
      const notification = bodyOf(post?.requestBody) ?? '';
      return post === undefined
        ? []
        : [
            {
              type,
              module: post['x-module'],
              summary: post.summary,
              ...wordsOf(post),
              notification,
              payload: post['x-data-schema'] ?? '',
              sentTo: post['x-received-by'] ?? [],
            },
          ];
    }),
    inboxProblems: Object.fromEntries(
      readJson<readonly ProblemRow[]>(new URL('problems.json', CONTRACT))
        .filter(({ code }) => inbox?.['x-problem-codes'].includes(code))
        .map(({ code, status, title, retryable }) => [
          code,
          { status, title: title.en, retryable },
        ]),
    ),
    codeLists: Object.fromEntries(
      readdirSync(folder)
        .sort()
        .map((file) => readJson<CodeList>(new URL(file, folder)))
        .flatMap(({ name, fallback, codes }) =>
          fallback === undefined
            ? []
            : [[name, { codes: codes.map(({ code }) => code), fallback }]],
        ),
    ),
    ...messagesOf(),
  };
};
