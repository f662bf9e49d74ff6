import type { OperationFacts, QueryFacts } from '../material.ts';
import { itemOf, pathNames, type Selection } from '../selection.ts';
import { literal, snakeCase } from './names.ts';

type Parameter = { readonly name: string; readonly type: string; readonly isOptional: boolean };

const PYTHON = { TEXT: 'str', WHOLE: 'int', FLAG: 'bool' } as const;

const parametersOf = (
  operation: OperationFacts,
  query: readonly QueryFacts[],
): readonly Parameter[] => [
  ...pathNames(operation).map((name) => ({ name, type: 'str', isOptional: false })),
  ...(operation.request === undefined
    ? []
    : [{ name: 'body', type: `inputs.${operation.request}`, isOptional: false }]),
  ...(operation.conditional === false
    ? []
    : [{ name: 'ifMatch', type: 'int', isOptional: operation.conditional === 'once-stored' }]),
  ...query.map(({ name, is, required }) => ({ name, type: PYTHON[is], isOptional: !required })),
  ...(operation.keyed ? [{ name: 'idempotencyKey', type: 'str', isOptional: true }] : []),
];

const signatureOf = (parameters: readonly Parameter[]): string => {
  const rows = (wanted: boolean): readonly string[] =>
    parameters
      .filter(({ isOptional }) => isOptional === wanted)
      .map(({ name, type }) =>
        wanted
          ? `        ${snakeCase(name)}: Optional[${type}] = None,\n`
          : `        ${snakeCase(name)}: ${type},\n`,
      );
  const optional = rows(true);
  return [
    '        self,\n',
    ...rows(false),
    ...(optional.length === 0 ? [] : ['        *,\n']),
    ...optional,
  ].join('');
};

const dictOf = (names: readonly string[]): string =>
  `{${names.map((name) => `${literal(name)}: ${snakeCase(name)}`).join(', ')}}`;

const givenOf = (operation: OperationFacts, query: string): string =>
  [
    ...(pathNames(operation).length === 0 ? [] : [`path=${dictOf(pathNames(operation))}`]),
    ...(operation.query.length === 0 ? [] : [`query=${query}`]),
    ...(operation.request === undefined ? [] : ['body=body']),
    ...(operation.conditional === false ? [] : ['if_match=if_match']),
    ...(operation.keyed ? ['idempotency_key=idempotency_key'] : []),
  ].join(', ');

const methodText = (operation: OperationFacts): string => {
  const { operationId, summary, answer, query } = operation;
  const value = answer === undefined ? 'None' : `messages.${answer}`;
  return `
    def ${snakeCase(operationId)}(
${signatureOf(parametersOf(operation, query))}    ) -> Outcome[${value}]:
        """${summary}."""
        given = Given(${givenOf(operation, dictOf(query.map(({ name }) => name)))})
        return send(OPERATIONS[${literal(operationId)}], given, self._settings)
`;
};

/** A list is also walked to its end; its cursor is nobody's business then. */
const walkText = (operation: OperationFacts, { received }: Selection): string => {
  if (!operation.paged) return '';
  const { operationId, summary, query } = operation;
  const asked = query.filter(({ name }) => name !== 'cursor');
  const all = `{${['"cursor": cursor', ...asked.map(({ name }) => `${literal(name)}: ${snakeCase(name)}`)].join(', ')}}`;
  return `
    def ${snakeCase(operationId)}_items(
${signatureOf(parametersOf(operation, asked))}    ) -> Iterator[messages.${itemOf(operation, received)}]:
        """${summary}: every item, whatever the size of its pages. Raises RefusedError."""

        def page(cursor: Optional[str]) -> Outcome[Any]:
            given = Given(${givenOf(operation, all)})
            return send(OPERATIONS[${literal(operationId)}], given, self._settings)

        return items(page)
`;
};

/** One method for each operation that the role may call. */
export const clientText = (
  selection: Selection,
  role: string,
): string => `"""The operations that the role ${role} calls."""

from __future__ import annotations

from typing import Any, Iterator, Optional

from . import inputs, messages
from .runtime.ambient import (
    Clock,
    Randomness,
    Transport,
    Wait,
    system_now,
    system_random,
    system_wait,
    urllib_transport,
)
from .runtime.outcome import Outcome
from .runtime.pages import items
from .runtime.sending import Given, Settings, TokenSource, send
from .tables import OPERATIONS, VERSION


class Client:
    """Another party. A call answers a value or a problem, and raises neither."""

    def __init__(
        self,
        base_url: str,
        *,
        token: Optional[TokenSource] = None,
        timeout_milliseconds: int = 10_000,
        deadline_milliseconds: int = 60_000,
        retries: int = 3,
        transport: Transport = urllib_transport,
        now: Clock = system_now,
        random: Randomness = system_random,
        wait: Wait = system_wait,
    ) -> None:
        self._settings = Settings(
            base_url,
            VERSION,
            token,
            timeout_milliseconds,
            deadline_milliseconds,
            retries,
            transport,
            now,
            random,
            wait,
        )
${selection.operations.map((one) => `${methodText(one)}${walkText(one, selection)}`).join('')}`;
