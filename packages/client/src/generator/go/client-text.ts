import type { OperationFacts, QueryFacts } from '../material.ts';
import { pointersOf } from '../pointers.ts';
import { itemOf, pathNames, type Selection } from '../selection.ts';
import { argument, columns, exported, literal } from './names.ts';

const rowName = (operationId: string): string => `row${exported(operationId)}`;
const queryName = (operationId: string): string => `${exported(operationId)}Query`;

const GO = { TEXT: 'string', WHOLE: 'int64', FLAG: 'bool' } as const;

const rowText = (operation: OperationFacts, { sent }: Selection): string => {
  const plain = pointersOf(sent, operation.request, ({ isPlain }) => isPlain);
  const flag = (name: string, isSo: boolean): readonly string[] => (isSo ? [`${name}: true`] : []);
  const facts = [
    `method: ${literal(operation.method)}`,
    `path: ${literal(operation.path)}`,
    ...flag('hasAnswer', operation.answer !== undefined),
    ...flag('keyed', operation.keyed),
    ...flag('noStore', operation.noStore),
    ...flag('anonymous', operation.anonymous),
    ...(plain.length === 0 ? [] : [`plain: []string{${plain.map(literal).join(', ')}}`]),
  ];
  return `\nvar ${rowName(operation.operationId)} = operation{${facts.join(', ')}}\n`;
};

const setText = ({ name, is, required }: QueryFacts): string => {
  const field = `q.${exported(name)}`;
  const shown = {
    TEXT: required ? field : `*${field}`,
    WHOLE: `strconv.FormatInt(${required ? field : `*${field}`}, 10)`,
    FLAG: `strconv.FormatBool(${required ? field : `*${field}`})`,
  }[is];
  const set = `values.Set(${literal(name)}, ${shown})`;
  return required ? `\t${set}\n` : `\tif ${field} != nil {\n\t\t${set}\n\t}\n`;
};

const queryText = ({ operationId, query, summary }: OperationFacts): string =>
  query.length === 0
    ? ''
    : `
// ${queryName(operationId)} is what can be asked for: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}.
type ${queryName(operationId)} struct {
${columns(query.map(({ name, is, required }) => [exported(name), `${required ? '' : '*'}${GO[is]}`]))}}

func (q ${queryName(operationId)}) values() url.Values {
	values := url.Values{}
${query.map(setText).join('')}	return values
}
`;

const takesOptions = ({ keyed, conditional }: OperationFacts): boolean =>
  keyed || conditional === 'once-stored';

const parametersOf = (operation: OperationFacts): readonly string[] => [
  'ctx context.Context',
  ...pathNames(operation).map((name) => `${argument(name)} string`),
  ...(operation.conditional === 'always' ? ['ifMatch int64'] : []),
  ...(operation.request === undefined ? [] : [`body ${operation.request}`]),
  ...(operation.query.length === 0 ? [] : [`query ${queryName(operation.operationId)}`]),
];

const givenOf = (operation: OperationFacts): string => {
  const path = pathNames(operation).map((name) => `${literal(name)}: ${argument(name)}`);
  return `given{${[
    ...(path.length === 0 ? [] : [`path: map[string]string{${path.join(', ')}}`]),
    ...(operation.query.length === 0 ? [] : ['query: query.values()']),
    ...(operation.request === undefined ? [] : ['body: body']),
    ...(operation.conditional === 'always' ? ['ifMatch: ifMatch'] : []),
  ].join(', ')}}`;
};

const methodText = (operation: OperationFacts): string => {
  const { operationId, summary, answer = 'None' } = operation;
  const options = takesOptions(operation);
  const parameters = [...parametersOf(operation), ...(options ? ['options ...Option'] : [])];
  return `
// ${exported(operationId)}: ${summary}.
func (c *Client) ${exported(operationId)}(${parameters.join(', ')}) (*Answer[${answer}], *Problem, error) {
	return send[${answer}](ctx, c, ${rowName(operationId)}, ${givenOf(operation)}, ${options ? 'options' : 'nil'})
}
`;
};

/** A list is also walked to its end; its cursor is nobody's business then. */
const walkText = (operation: OperationFacts, { received }: Selection): string => {
  if (!operation.paged) return '';
  const { operationId, summary } = operation;
  const item = itemOf(operation, received);
  const page = [
    'ctx',
    ...pathNames(operation).map(argument),
    ...(operation.request === undefined ? [] : ['body']),
    'query',
  ];
  return `
// ${exported(operationId)}Items: ${summary}: every item, whatever the size of its pages.
func (c *Client) ${exported(operationId)}Items(${parametersOf(operation).join(', ')}) *Items[${item}] {
	return &Items[${item}]{read: func(cursor string) ([]${item}, string, *Problem, error) {
		if cursor != "" {
			query.Cursor = &cursor
		}
		answer, problem, err := c.${exported(operationId)}(${page.join(', ')})
		if answer == nil {
			return nil, "", problem, err
		}
		next := ""
		if answer.Value.NextCursor != nil {
			next = *answer.Value.NextCursor
		}
		return answer.Value.Items, next, nil, nil
	}}
}
`;
};

/** What the calls need, by what they say of it: Go refuses an import that nothing uses. */
const IMPORTS: Readonly<Record<string, string>> = {
  context: 'context.Context',
  'net/url': 'url.Values',
  strconv: 'strconv.Format',
};

const importText = (calls: string): string => {
  const used = Object.entries(IMPORTS).filter(([, use]) => calls.includes(use));
  return used.length === 0
    ? ''
    : `\nimport (\n${used.map(([name]) => `\t${literal(name)}\n`).join('')})\n`;
};

/** One method for each operation that the role may call. */
export const clientText = (selection: Selection, role: string): string => {
  const calls = selection.operations
    .map((one) =>
      [rowText(one, selection), queryText(one), methodText(one), walkText(one, selection)].join(''),
    )
    .join('');
  return `// Package openwaybill is a client of the OpenWaybill standard for the role ${role}, with a receiver of its events.
package openwaybill
${importText(calls)}
// Version is the version of the standard that the client speaks.
const Version = ${literal(selection.version)}
${calls}`;
};

/** What a receiver must know: the message of every payload, and what it refuses with. */
export const tablesText = ({ events, inboxProblems }: Selection): string => `package openwaybill

// payloadOf is a new message for the payload of an event; none where the type is not known.
func payloadOf(eventType string) any {
	switch eventType {
${events.map(({ type, payload }) => `\tcase ${literal(type)}:\n\t\treturn new(${payload})\n`).join('')}	}
	return nil
}

func inboxProblemOf(code string) inboxProblem {
	switch code {
${Object.entries(inboxProblems)
  .map(
    ([code, { status, title, retryable }]) =>
      `\tcase ${literal(code)}:\n\t\treturn inboxProblem{${status}, ${literal(title)}, ${retryable}}\n`,
  )
  .join('')}	}
	return inboxProblem{500, "", true}
}
`;
