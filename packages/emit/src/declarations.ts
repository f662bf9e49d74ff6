import { nameIn, type PlainSchema, type SchemaEntry } from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';

type Members = Readonly<Record<string, PlainSchema>>;

/** Which of the two forms is typed: what is sent is closed, what is received may have codes that nobody knows yet. */
type Form = 'sent' | 'received';

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const comment = (schema: PlainSchema, indent: string): string => {
  const texts = [schema.description ?? schema.title, schema['x-description-zh']].filter(
    (text) => typeof text === 'string',
  );
  return texts.length === 0 ? '' : `${indent}/** ${texts.join(' ').replaceAll('*/', '*\\/')} */\n`;
};

const typeOf = (schema: PlainSchema, form: Form, indent: string): string => {
  if (typeof schema.$ref === 'string') return nameIn(schema.$ref);
  if ('const' in schema) return literal(schema.const);
  if (Array.isArray(schema.enum)) {
    const codes = schema.enum.map(literal).join(' | ');
    return form === 'received' && schema['x-extensible'] === true
      ? `${codes} | (string & {})`
      : codes;
  }
  switch (schema.type) {
    case 'string':
      return 'string';
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array': {
      const item = typeOf((schema.items ?? {}) as PlainSchema, form, indent);
      return `readonly ${/[ |]/.test(item) ? `(${item})` : item}[]`;
    }
    case 'object':
      return objectOf(schema, form, indent);
    default:
      return 'unknown';
  }
};

const literal = (value: unknown): string =>
  typeof value === 'string' ? quoted(value) : JSON.stringify(value);

const objectOf = (schema: PlainSchema, form: Form, indent: string): string => {
  const members = Object.entries((schema.properties ?? {}) as Members);
  if (members.length === 0) return '{ readonly [name: string]: unknown }';
  const required = new Set((schema.required ?? []) as readonly string[]);
  const inner = `${indent}  `;
  return `{\n${members
    .map(
      ([name, member]) =>
        `${comment(member, inner)}${inner}readonly ${name}${required.has(name) ? '' : '?'}: ${typeOf(member, form, inner)};\n`,
    )
    .join('')}${indent}}`;
};

const declarationOf = ({ name, schema }: SchemaEntry, form: Form): string =>
  `${comment(schema, '')}export type ${name} = ${typeOf(schema, form, '')};\n`;

const HEADS: Readonly<Record<Form, string>> = {
  sent: '// What a party sends: every member and code that the version has, and no other.',
  received: '// What a party receives: codes of lists that grow may be ones that nobody knows yet.',
};

const FILES = {
  sent: 'types/openwaybill.d.ts',
  received: 'types/openwaybill.received.d.ts',
} as const;

/** Types for TypeScript without any tool: one declaration a schema, in the form of who sends and of who receives. */
export const typeDeclarations: Emitter = (registry) =>
  new Map(
    (Object.keys(FILES) as Form[]).map((form) => [
      FILES[form],
      [
        `// OpenWaybill ${registry.version}\n${HEADS[form]}\n`,
        ...[...registry.schemas.values()].map((entry) => declarationOf(entry, form)),
      ].join('\n'),
    ]),
  );
