import type { OperationFacts, QueryFacts } from '../material.ts';
import { javadoc } from './javadoc.ts';
import { argument, capital, literal } from './names.ts';

const JAVA = { TEXT: 'String', WHOLE: 'long', FLAG: 'boolean' } as const;

/** The class of what a list or a read can be asked for. */
export const queryName = ({ operationId }: OperationFacts): string =>
  `${capital(operationId)}Query`;

const setterText = (type: string, parameter: QueryFacts): string => {
  const { name, is, title } = parameter;
  return `
${javadoc('    ', title, parameter)}    public ${type} ${argument(name)}(${JAVA[is]} value) {
        set(${literal(name)}, value);
        return this;
    }
`;
};

/** What can be asked for after the question mark; what must be asked for is asked for from the beginning. */
export const queryText = (operation: OperationFacts): string => {
  const { summary, query } = operation;
  const name = queryName(operation);
  const must = query.filter(({ required }) => required);
  const parameters = must.map((one) => `${JAVA[one.is]} ${argument(one.name)}`).join(', ');
  const sets = must.map((one) => `        set(${literal(one.name)}, ${argument(one.name)});\n`);
  return `package org.openwaybill.query;

import org.openwaybill.Query;

/** What can be asked for: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}. */
public final class ${name} extends Query {
    /** Asks for ${must.length === 0 ? 'everything' : must.map((one) => `{@code ${one.name}}`).join(' and ')}. */
    public ${name}(${parameters}) {
${sets.join('')}    }
${query.map((one) => setterText(name, one)).join('')}}
`;
};
