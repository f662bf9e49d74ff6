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

/** A module as a name of JavaScript: `cross-border` is `crossBorder`. */
const constantOf = (module: string): string =>
  module.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The operations that can be called, a table a module: a bundle has those of the modules that it names. */
export const operationsText = ({ operations, messages }: Material): string => {
  const modules = [...new Set(operations.map(({ module }) => module))].sort();
  const tables = modules.map((module) => {
    const own = operations.filter((operation) => operation.module === module);
    const ids = own.map(({ operationId }) => JSON.stringify(operationId)).join(' | ');
    return `
/** Operations of module ${module}. */
export const ${constantOf(module)}: Readonly<Record<${ids}, OperationRow>> = {
${entries(own.map((operation) => [operation.operationId, rowOf(operation, messages)]))}};
`;
  });
  // a role may call nothing of the modules that were asked for, and still be told of their events
  if (tables.length === 0) return 'export {};\n';
  return `import type { OperationRow } from '../runtime/rows.ts';
${tables.join('')}`;
};

/** The tables that the run time reads: payloads of events, refusals of a receiver, open code lists. */
export const tableText = ({
  version,
  events,
  inboxProblems,
  codeLists,
}: Material): string => `import type { ProblemRow } from '../runtime/rows.ts';

/** The version of the standard that the client speaks. */
export const VERSION: string = ${JSON.stringify(version)};

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
