import type { MemberFacts, MessageFacts, ValueFacts } from '../material.ts';
import type { Selection } from '../selection.ts';
import { columns, exported } from './names.ts';

const typeOf = (value: ValueFacts): string => {
  switch (value.is) {
    case 'TEXT':
      return 'string';
    case 'INSTANT':
      return 'Instant';
    case 'WHOLE':
      return 'int64';
    case 'FLAG':
      return 'bool';
    case 'ANY':
      return 'map[string]any';
    case 'LIST':
      return `[]${typeOf(value.of)}`;
    default:
      return value.name;
  }
};

/** What may be absent is a pointer, but for what is nothing by itself. */
const fieldRow = ({ name, value, required, isPersonal }: MemberFacts): readonly string[] => {
  const isNothingByItself = value.is === 'LIST' || value.is === 'ANY';
  const tag = `json:"${name}${required ? '' : ',omitempty'}"${isPersonal ? ' privacy:"personal"' : ''}`;
  return [
    exported(name),
    `${required || isNothingByItself ? '' : '*'}${typeOf(value)}`,
    `\`${tag}\``,
  ];
};

const messageText = (name: string, { title, members }: MessageFacts): string => `
// ${name}: ${title}.
type ${name} struct {
${columns([...members.map(fieldRow), ['Additional', 'map[string]any', '`json:"-"`']])}}

// UnmarshalJSON keeps the members that this release does not know.
func (m *${name}) UnmarshalJSON(data []byte) error {
	return readMessage(data, m)
}

// String shows everything but what is personal.
func (m ${name}) String() string {
	return showMessage(m)
}

// GoString is the same for %#v.
func (m ${name}) GoString() string {
	return showMessage(m)
}
`;

/** The messages, in either direction. Members that this release does not know are in Additional. */
export const messagesText = ({ received, sent }: Selection): string => {
  const all = Object.entries({ ...received, ...sent }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `package openwaybill
${all.map(([name, one]) => messageText(name, one)).join('')}`;
};

/** Structured logs write JSON, which would show what is personal; the package for them is of Go 1.21. */
export const loggingText = ({ received, sent }: Selection): string => {
  const names = Object.keys({ ...received, ...sent }).sort();
  return `//go:build go1.21

package openwaybill

import "log/slog"
${names
  .map(
    (name) => `
// LogValue shows everything but what is personal.
func (m ${name}) LogValue() slog.Value {
	return slog.StringValue(showMessage(m))
}
`,
  )
  .join('')}`;
};
