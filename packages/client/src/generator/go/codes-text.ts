import type { CodesFacts } from '../material.ts';
import { fallbackOf, type Selection } from '../selection.ts';
import { columns, constantPart, literal } from './names.ts';

/** The variable of what is known of a list. */
export const listName = (name: string): string =>
  `${name.charAt(0).toLowerCase()}${name.slice(1)}Codes`;

const listText = (name: string, list: CodesFacts): string => {
  const fallback = fallbackOf(list);
  const facts = [
    `codes: []string{${list.codes.map(literal).join(', ')}}`,
    ...(fallback === undefined ? [] : [`fallback: ${literal(fallback)}`]),
  ];
  return `
// ${name}: ${list.title}.
type ${name} string

// What this release knows of it.
const (
${columns(list.codes.map((code) => [`${name}${constantPart(code)}`, name, `= ${literal(code)}`]))})

var ${listName(name)} = codeList{${facts.join(', ')}}

// Known says whether this release has the code.
func (c ${name}) Known() bool {
	return ${listName(name)}.has(string(c))
}

// Meaning is the code itself or the fallback of its list; none where a receiver ignores what it does not know.
func (c ${name}) Meaning() (${name}, bool) {
	meaning, isSome := ${listName(name)}.meaning(string(c))
	return ${name}(meaning), isSome
}
`;
};

/** The code lists: text that may be anything, with constants for what this release knows. */
export const codesText = ({ codes }: Selection): string => `package openwaybill
${Object.entries(codes)
  .map(([name, list]) => listText(name, list))
  .join('')}
// KnownCode says of a code of a list, by its name, whether this release has it and what it stands for.
func KnownCode(list, raw string) (isKnown bool, meaning string, isSome bool) {
	var known codeList
	switch list {
${Object.keys(codes)
  .map((name) => `\tcase ${literal(name)}:\n\t\tknown = ${listName(name)}\n`)
  .join('')}	}
	meaning, isSome = known.meaning(raw)
	return known.has(raw), meaning, isSome
}
`;
