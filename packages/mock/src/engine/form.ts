import type { Text } from '@openwaybill/schemas';
import type { Issue } from '@openwaybill/validate';

/** The keywords of JSON Schema that what is outside of the standard is described with: bodies of control, files of a world. */
export type Form = {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  /** What the pattern asks for, in words and with an example. */
  readonly says?: Text;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Form;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: { readonly [name: string]: Form };
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** Objects are closed unless this is true. */
  readonly additionalProperties?: true;
};

type Members = Readonly<Record<string, unknown>>;

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;

const isOfType = (type: NonNullable<Form['type']>, value: unknown): boolean =>
  type === 'integer' ? Number.isSafeInteger(value) : typeOf(value) === type;

/** RFC 6901: how the name of a member stands in a pointer. */
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const textIssues = (form: Form, text: string) => {
  const length = [...text].length;
  const { enum: codes, pattern, says, minLength, maxLength } = form;
  return [
    codes !== undefined && !codes.includes(text) && { rule: 'enum', allowedValues: codes },
    minLength !== undefined && length < minLength && { rule: 'minLength', limit: minLength },
    maxLength !== undefined && length > maxLength && { rule: 'maxLength', limit: maxLength },
    pattern !== undefined &&
      !new RegExp(pattern, 'u').test(text) && {
        rule: 'pattern',
        pattern,
        ...(says === undefined ? {} : { form: says }),
      },
  ];
};

const numberIssues = ({ minimum, maximum }: Form, value: number) => [
  minimum !== undefined && value < minimum && { rule: 'minimum', limit: minimum },
  maximum !== undefined && value > maximum && { rule: 'maximum', limit: maximum },
];

const listIssues = ({ minItems, maxItems }: Form, { length }: readonly unknown[]) => [
  minItems !== undefined && length < minItems && { rule: 'minItems', limit: minItems },
  maxItems !== undefined && length > maxItems && { rule: 'maxItems', limit: maxItems },
];

const memberIssues = (form: Form, value: Members) => {
  const names = Object.keys(value);
  const { properties = {}, required = [], minProperties: least, maxProperties: most } = form;
  const isClosed = form.additionalProperties !== true;
  return [
    ...required
      .filter((name) => !Object.hasOwn(value, name))
      .map((missingProperty) => ({ rule: 'required', missingProperty })),
    ...names
      .filter((name) => isClosed && !Object.hasOwn(properties, name))
      .map((additionalProperty) => ({
        rule: 'additionalProperties',
        additionalProperty,
        knownProperties: Object.keys(properties),
      })),
    least !== undefined && names.length < least && { rule: 'minProperties', limit: least },
    most !== undefined && names.length > most && { rule: 'maxProperties', limit: most },
  ];
};

/** What is wrong with a value, in the words of JSON Schema; nothing where it is as the form says. */
export const judgeForm = (form: Form, value: unknown, pointer = ''): readonly Issue[] => {
  if (form.type !== undefined && !isOfType(form.type, value))
    return [{ pointer, rule: 'type', params: { type: form.type } }];
  const members = typeOf(value) === 'object' ? (value as Members) : {};
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const own = [
    ...(typeof value === 'string' ? textIssues(form, value) : []),
    ...(typeof value === 'number' ? numberIssues(form, value) : []),
    ...(Array.isArray(value) ? listIssues(form, value) : []),
    ...(form.type === 'object' ? memberIssues(form, members) : []),
  ].flatMap((found) => {
    if (found === false) return [];
    const { rule, ...params } = found;
    return [{ pointer, rule, params }];
  });
  return [
    ...own,
    ...Object.entries(form.properties ?? {})
      .filter(([name]) => Object.hasOwn(members, name))
      .flatMap(([name, of]) => judgeForm(of, members[name], `${pointer}/${escaped(name)}`)),
    ...list.flatMap((item, at) =>
      form.items === undefined ? [] : judgeForm(form.items, item, `${pointer}/${at}`),
    ),
  ];
};
