import { nameOf, type OperationEntry, registry, SPOKEN_VERSION } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';

const pattern = (operation: OperationEntry): RegExp =>
  new RegExp(`^${operation.path.replaceAll('.', '[.]').replace(/\{\w+\}/g, '[^/]+')}$`);

/** The operation of a request; a literal path wins over one with parameters. */
export const operationOf = (method: string, path: string): OperationEntry | undefined =>
  registry.operations
    .filter((one) => one.method === method && pattern(one).test(path))
    .sort((a, b) => a.pathParameters.length - b.pathParameters.length)[0];

const issuesOf = (schema: string, value: unknown): readonly string[] => {
  const verdict = judge(schema, value);
  return verdict.ok ? [] : verdict.issues.map(({ pointer, rule }) => `${pointer} ${rule}`);
};

const bodyFaults = (
  operation: OperationEntry,
  status: number,
  body: unknown,
): readonly string[] => {
  if (status >= 400) return issuesOf('Problem', body);
  const { status: wanted, also = [], body: schema } = operation.answer;
  if (status !== wanted && !also.some((one) => one === status)) return [`status ${status}`];
  if (status === 204) return body === undefined ? [] : ['a body with 204'];
  return schema === undefined ? [] : issuesOf(nameOf(schema), body);
};

/** What is wrong with an answer by the form of a sender: status, common headers, body. */
export const faultsOfAnswer = (
  operation: OperationEntry,
  answer: Response,
  body: unknown,
): readonly string[] => [
  ...bodyFaults(operation, answer.status, body),
  ...(answer.headers.get('OpenWaybill-Version') === SPOKEN_VERSION ? [] : ['OpenWaybill-Version']),
  ...(answer.headers.get('OpenWaybill-Sandbox') === 'true' ? [] : ['OpenWaybill-Sandbox']),
  ...(body === undefined || answer.headers.get('Content-Type')?.includes('json') === true
    ? []
    : ['Content-Type']),
];

/** What is wrong with an event by the form of a sender: envelope and payload. */
export const faultsOfEvent = (event: {
  readonly type: string;
  readonly data: unknown;
}): readonly string[] => {
  const definition = registry.events.find(({ type }) => type === event.type);
  return [
    ...issuesOf('CloudEvent', event),
    ...(definition === undefined
      ? [`unknown type ${event.type}`]
      : issuesOf(nameOf(definition.data), event.data)),
  ];
};

/** What is wrong with a request of ours by the form of a sender. */
export const faultsOfRequest = (operation: OperationEntry, body: unknown): readonly string[] =>
  operation.request === undefined ? [] : issuesOf(nameOf(operation.request), body);
