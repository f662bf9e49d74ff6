import type { EventFacts, Material, OperationFacts } from './material.ts';

const quoted = (name: string): string => `'${name}'`;
const union = (names: readonly string[]): string =>
  names.length === 0 ? 'never' : names.map(quoted).join(' | ');
const received = (name: string): string => `Received['${name}']`;

/** An operation without query parameters has no type of them. */
const queryOf = ({ operationId, query }: OperationFacts): string =>
  query.length === 0
    ? 'undefined'
    : `NonNullable<operations['${operationId}']['parameters']['query']>`;

const pathOf = ({ path }: OperationFacts): string => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `readonly ${name}: string`);
  return names.length === 0 ? 'undefined' : `{ ${names.join('; ')} }`;
};

const callOf = (operation: OperationFacts): string => `  /** ${operation.summary}. */
  ${operation.operationId}: {
    readonly path: ${pathOf(operation)};
    readonly query: ${queryOf(operation)};
    readonly body: ${operation.request === undefined ? 'undefined' : `Sent['${operation.request}']`};
    readonly answer: ${operation.answer === undefined ? 'undefined' : received(operation.answer)};
    readonly item: ${operation.paged ? `${received(operation.answer ?? '')}['items'][number]` : 'never'};
    readonly conditional: ${operation.conditional === false ? false : `'${operation.conditional}'`};
    readonly keyed: ${operation.keyed};
    readonly calledBy: ${union(operation.calledBy)};
    readonly problems: ${union(operation.problems)};
  };
`;

const eventOf = ({ type, summary, notification }: EventFacts): string => `  /** ${summary}. */
  '${type}': ${received(notification)};
`;

/** The types of calls and events: sent in the form of senders, received in the form of receivers. */
export const callsText = ({ operations, events }: Material): string => {
  const sends = operations.some(({ request }) => request !== undefined);
  const asks = operations.some(({ query }) => query.length > 0);
  return `${[
    `import type { components as Receiver${asks ? ', operations' : ''} } from './receiver.ts';`,
    ...(sends ? [`import type { components as Sender } from './sender.ts';`] : []),
    '',
    "type Received = Receiver['schemas'];",
    ...(sends ? ["type Sent = Sender['schemas'];"] : []),
  ].join('\n')}

/** Every operation that can be called, by its operationId. */
export type Calls = {
${operations.map(callOf).join('')}};

/** Every event that can come in, by its type. */
export type Events = {
${events.map(eventOf).join('')}};
`;
};
