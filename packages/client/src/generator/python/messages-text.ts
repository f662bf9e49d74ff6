import type { MemberFacts, MessageFacts, ValueFacts } from '../material.ts';
import type { Selection } from '../selection.ts';
import { literal, snakeCase } from './names.ts';

const typeOf = (value: ValueFacts): string => {
  switch (value.is) {
    case 'TEXT':
      return 'str';
    case 'INSTANT':
      return 'Instant';
    case 'WHOLE':
      return 'int';
    case 'FLAG':
      return 'bool';
    case 'ANY':
      return 'Mapping[str, Any]';
    case 'LIST':
      return `Sequence[${typeOf(value.of)}]`;
    case 'CODE':
      return `codes.${value.name}`;
    case 'MESSAGE':
      return value.name;
  }
};

const kindOf = (value: ValueFacts): string => {
  if (value.is === 'LIST') return `[${kindOf(value.of)}]`;
  return value.is === 'CODE' || value.is === 'MESSAGE' ? value.name : value.is.toLowerCase();
};

const fieldText = ({ name, value, required }: MemberFacts): string =>
  required
    ? `    ${snakeCase(name)}: ${typeOf(value)}\n`
    : `    ${snakeCase(name)}: Optional[${typeOf(value)}] = None\n`;

const rowText = ({ name, value, required, isPersonal }: MemberFacts): string => {
  const facts = [
    literal(name),
    literal(snakeCase(name)),
    literal(kindOf(value)),
    ...(required ? ['required=True'] : []),
    ...(isPersonal ? ['personal=True'] : []),
  ];
  return `        Member(${facts.join(', ')}),\n`;
};

const messageText = (name: string, { title, members }: MessageFacts): string => {
  // what has no default comes first
  const fields = [...members].sort((a, b) => Number(b.required) - Number(a.required));
  return `
@message
@dataclass(frozen=True, repr=False)
class ${name}(Message):
    """${title}."""

${fields.map(fieldText).join('')}    additional: Mapping[str, Any] = _field(default_factory=dict)

    MEMBERS: ClassVar[Tuple[Member, ...]] = (
${members.map(rowText).join('')}    )
`;
};

/** The messages that come in, as frozen dataclasses. */
export const messagesText = ({
  received,
}: Selection): string => `"""Messages that come in. Members that this release does not know are in \`additional\`."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any, ClassVar, Mapping, Optional, Sequence, Tuple

from . import codes
from .runtime.values import Instant, Member, Message, message

${Object.entries(received)
  .map(([name, one]) => messageText(name, one))
  .join('\n')}`;

const inputType = (value: ValueFacts): string => {
  switch (value.is) {
    case 'LIST':
      return `Sequence[${inputType(value.of)}]`;
    case 'MESSAGE':
      return literal(value.name);
    case 'WHOLE':
      return 'int';
    case 'FLAG':
      return 'bool';
    case 'ANY':
      return 'Mapping[str, Any]';
    default:
      return 'str';
  }
};

/** The form of a call takes every name of a member, keywords as well; a class cannot say of each whether it must be there. */
const dictText = (name: string, { title, members }: MessageFacts): string => {
  const parts = [true, false].flatMap((required) => {
    const rows = members
      .filter((member) => member.required === required)
      .map((member) => `        ${literal(member.name)}: ${inputType(member.value)},\n`)
      .join('');
    const part = `_${name}${required ? 'Must' : 'May'}`;
    const total = required ? '' : '    total=False,\n';
    return rows === ''
      ? []
      : [
          {
            part,
            text: `\n${part} = TypedDict(\n    "${part}",\n    {\n${rows}    },\n${total})\n`,
          },
        ];
  });
  const bases = parts.length === 0 ? 'TypedDict' : parts.map(({ part }) => part).join(', ');
  return `${parts.map(({ text }) => text).join('')}

class ${name}(${bases}):
    """${title}."""
`;
};

/** The messages that go out, by the names that they have on the wire. */
export const inputsText = ({
  sent,
}: Selection): string => `"""Messages that go out, as plain dictionaries with the names of the wire."""

from __future__ import annotations

from typing import Any, Mapping, Sequence, TypedDict

${Object.entries(sent)
  .map(([name, one]) => dictText(name, one))
  .join('\n')}`;
