import type { OperationFacts } from '../material.ts';
import { pointersOf } from '../pointers.ts';
import type { Selection } from '../selection.ts';
import { literal } from './names.ts';

const flag = (name: string, isSo: boolean): readonly string[] => (isSo ? [`${name}=True`] : []);

const operationText = (operation: OperationFacts, { sent }: Selection): string => {
  const plain = pointersOf(sent, operation.request, ({ isPlain }) => isPlain);
  const facts = [
    literal(operation.method),
    literal(operation.path),
    ...(operation.answer === undefined ? [] : [`answer=${literal(operation.answer)}`]),
    ...flag('keyed', operation.keyed),
    ...flag('no_store', operation.noStore),
    ...flag('anonymous', operation.anonymous),
    ...(plain.length === 0 ? [] : [`plain=(${plain.map((one) => `${literal(one)},`).join(' ')})`]),
  ];
  return `    ${literal(operation.operationId)}: Operation(${facts.join(', ')}),\n`;
};

/** The tables that the run time reads. */
export const tablesText = (
  selection: Selection,
): string => `"""Operations, payloads of events, and refusals of a receiver."""

from __future__ import annotations

from typing import Mapping

from .runtime.tables import InboxProblem, Operation

# the version of the standard that the client speaks
VERSION = ${literal(selection.version)}

OPERATIONS: Mapping[str, Operation] = {
${selection.operations.map((one) => operationText(one, selection)).join('')}}

# the message of the payload of every event that can come in
PAYLOADS: Mapping[str, str] = {
${selection.events.map(({ type, payload }) => `    ${literal(type)}: ${literal(payload)},\n`).join('')}}

INBOX_PROBLEMS: Mapping[str, InboxProblem] = {
${Object.entries(selection.inboxProblems)
  .map(
    ([code, { status, title, retryable }]) =>
      `    ${literal(code)}: InboxProblem(${status}, ${literal(title)}, ${retryable ? 'True' : 'False'}),\n`,
  )
  .join('')}}
`;
