import type { Material, OperationFacts } from './material.ts';
import { pointersOf } from './pointers.ts';

const some = (name: string, found: readonly string[]): object =>
  found.length === 0 ? {} : { [name]: found };

/** What the run time needs of an operation; what is absent is false or empty. */
const rowOf = (operation: OperationFacts, messages: Material['messages']): unknown => ({
  method: operation.method,
  path: operation.path,
  calledBy: operation.calledBy,
  ...(operation.query.length === 0 ? {} : { query: operation.query.map(({ name }) => name) }),
  ...(operation.answer === undefined ? {} : { answer: operation.answer }),
  ...(operation.keyed ? { keyed: true } : {}),
  ...(operation.noStore ? { noStore: true } : {}),
  ...(operation.anonymous ? { anonymous: true } : {}),
  ...(operation.paged ? { paged: true } : {}),
  ...some(
    'plain',
    pointersOf(messages, operation.request, ({ isPlain }) => isPlain),
  ),
  ...some(
    'personal',
    pointersOf(messages, operation.answer, ({ isPersonal }) => isPersonal),
  ),
});

const entries = (record: readonly (readonly [string, unknown])[]): string =>
  record.map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`).join('');

/** The tables that the run time reads: operations, payloads of events, refusals of a receiver, open code lists. */
export const tableText = ({
  version,
  operations,
  events,
  inboxProblems,
  codeLists,
  messages,
}: Material): string => `import type { OperationRow, ProblemRow } from '../runtime/rows.ts';

/** The version of the standard that the client speaks. */
export const VERSION: string = ${JSON.stringify(version)};

/** Every operation that can be called. */
export const OPERATIONS: Readonly<Record<string, OperationRow>> = {
${entries(operations.map((operation) => [operation.operationId, rowOf(operation, messages)]))}};

/** The schema of the payload of every event that can come in. */
export const PAYLOADS: Readonly<Record<string, string>> = {
${entries(events.map(({ type, payload }) => [type, payload]))}};

/** What a receiver of events refuses with. */
export const INBOX_PROBLEMS: Readonly<Record<string, ProblemRow>> = {
${entries(Object.entries(inboxProblems))}};

/** The code lists that grow, with what a code that is not known stands for. */
export const CODE_LISTS = {
${entries(Object.entries(codeLists))}} as const;
`;
