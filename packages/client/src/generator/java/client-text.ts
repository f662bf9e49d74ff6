import type { OperationFacts } from '../material.ts';
import { itemOf, pathNames, type Selection } from '../selection.ts';
import { javadoc } from './javadoc.ts';
import { argument, literal } from './names.ts';
import { queryName } from './query-text.ts';
import { importText } from './types.ts';

type Parameter = { readonly type: string; readonly name: string };

/** The parameters of a call; what may be left out comes last, one after another. */
const parametersOf = (
  operation: OperationFacts,
): { readonly must: readonly Parameter[]; readonly may: readonly Parameter[] } => {
  const query: Parameter = { type: queryName(operation), name: 'query' };
  const ifMatch: Parameter = { type: 'long', name: 'ifMatch' };
  const asks = operation.query.length > 0;
  const mustAsk = operation.query.some(({ required }) => required);
  return {
    must: [
      ...pathNames(operation).map((name) => ({ type: 'String', name: argument(name) })),
      ...(operation.conditional === 'always' ? [ifMatch] : []),
      ...(operation.request === undefined ? [] : [{ type: operation.request, name: 'body' }]),
      ...(mustAsk ? [query] : []),
    ],
    may: [
      ...(asks && !mustAsk ? [query] : []),
      ...(operation.conditional === 'once-stored' ? [ifMatch] : []),
      ...(operation.keyed ? [{ type: 'IdempotencyKey', name: 'key' }] : []),
    ],
  };
};

const declared = (parameters: readonly Parameter[]): string =>
  parameters.map(({ type, name }) => `${type} ${name}`).join(', ');

const resultOf = ({ answer = 'Void' }: OperationFacts): string => answer;

const rowText = (operation: OperationFacts): string => {
  const { method, path, answer, keyed, noStore, anonymous } = operation;
  const facts = `${literal(method)}, ${literal(path)}`;
  return [
    answer === undefined
      ? `Operation.silent(${facts})`
      : `Operation.answering(${answer}.SHAPE, ${facts})`,
    keyed ? '.keyed()' : '',
    noStore ? '.noStore()' : '',
    anonymous ? '.anonymous()' : '',
  ].join('');
};

const callText = (operation: OperationFacts, has: (name: string) => boolean): string =>
  [
    'new Call()',
    ...pathNames(operation).map((name) => `.path(${literal(name)}, ${argument(name)})`),
    ...['query', 'body', 'ifMatch', 'key'].filter(has).map((name) => `.${name}(${name})`),
  ].join('');

/** What stands in place of what was left out. */
const OMITTED: Readonly<Record<string, string>> = { ifMatch: '0', key: 'null' };

const omitted = ({ type, name }: Parameter): string => OMITTED[name] ?? `new ${type}()`;

const methodText = (operation: OperationFacts): string => {
  const { operationId, summary, keyed, conditional } = operation;
  const { must, may } = parametersOf(operation);
  const all = [...must, ...may];
  const has = (name: string): boolean => all.some((one) => one.name === name);
  const notes = [
    ...(conditional === 'always' ? ['{@code ifMatch} is the revision that is changed.'] : []),
    ...(conditional === 'once-stored'
      ? ['{@code ifMatch} is the revision that is replaced; without it there is none yet.']
      : []),
    ...(keyed ? ['Without a key of yours it has one of its own, kept over its retries.'] : []),
  ];
  const documented = javadoc('    ', summary, operation, ...notes);
  const short =
    may.length === 0
      ? ''
      : `
${documented}    public Outcome<${resultOf(operation)}> ${operationId}(${declared(must)}) {
        return ${operationId}(${[...must.map(({ name }) => name), ...may.map(omitted)].join(', ')});
    }
`;
  return `${short}
${documented}    public Outcome<${resultOf(operation)}> ${operationId}(${declared(all)}) {
        return sender.send(
            ${rowText(operation)},
            ${callText(operation, has)});
    }
`;
};

/** A list is also walked to its end; its cursor is nobody's business then. */
const walkText = (operation: OperationFacts, { received }: Selection): string => {
  if (!operation.paged) return '';
  const { operationId, summary } = operation;
  const { must, may } = parametersOf(operation);
  const all = [...must, ...may];
  const has = (name: string): boolean => all.some((one) => one.name === name);
  const item = itemOf(operation, received);
  const page = resultOf(operation);
  const documented = javadoc(
    '    ',
    `${summary}: every item, whatever the size of its pages`,
    { ...operation, description: '', zh: { title: operation.zh.title, description: '' } },
    'A walk throws {@link RefusedException} where a page is refused.',
  );
  const short =
    may.length === 0
      ? ''
      : `
${documented}    public Iterable<${item}> ${operationId}Items(${declared(must)}) {
        return ${operationId}Items(${[...must.map(({ name }) => name), ...may.map(omitted)].join(', ')});
    }
`;
  return `${short}
${documented}    public Iterable<${item}> ${operationId}Items(${declared(all)}) {
        return new Pages<>(
            cursor -> sender.send(
                ${rowText(operation)},
                ${callText(operation, has)}.cursor(cursor)),
            ${page}::getItems,
            ${page}::getNextCursor);
    }
`;
};

/** One method for each operation that the role may call. */
export const clientText = (selection: Selection, role: string): string => {
  const { operations, received, version } = selection;
  const messages = operations.flatMap((operation) => [
    operation.request ?? [],
    operation.answer ?? [],
    operation.paged ? itemOf(operation, received) : [],
  ]);
  const queries = operations.filter(({ query }) => query.length > 0).map(queryName);
  return `package org.openwaybill;

${importText([
  ...messages.flat().map((name) => `org.openwaybill.message.${name}`),
  ...queries.map((name) => `org.openwaybill.query.${name}`),
])}
/**
 * Another party, as the role ${role} calls it. A call has a value or a problem; it throws
 * {@code CancellationException} where its thread is interrupted, and a client may be used by many threads.
 */
public final class Client {
    /** The version of the standard that the client speaks. */
    public static final String VERSION = ${literal(version)};

    private final Sender sender;

    /** A client of the party at that connection. */
    public Client(Connection connection) {
        sender = new Sender(connection, VERSION);
    }
${operations.map((one) => `${methodText(one)}${walkText(one, selection)}`).join('')}}
`;
};
