import { nameIn, registry } from '@openwaybill/schemas';
import { judge, stepOf } from '@openwaybill/validate';

type Breach = { readonly pointer: string; readonly rule: string };

/** A message with one fault, where it is, and what of the message nobody may say again. */
export type Breached = {
  readonly title: string;
  readonly body: unknown;
  readonly want: Breach;
  readonly unsaid?: string;
};

/** Stands nowhere in the standard, and has the form of no code. */
const CANARY = 'zqcanaryzq';

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

type Members = Readonly<Record<string, unknown>>;

/** The members of an object or a list; of anything else there are none. */
const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null ? (value as Members) : {};

const at = (value: unknown, pointer: string): unknown =>
  stepsOf(pointer).reduce((inner, step) => membersOf(inner)[step], value);

const withAt = (value: unknown, pointer: string, part: unknown): unknown => {
  const [step, ...rest] = stepsOf(pointer);
  if (step === undefined) return part;
  const inner = withAt(membersOf(value)[step], rest.map(stepOf).join(''), part);
  return Array.isArray(value)
    ? value.map((one, index) => (String(index) === step ? inner : one))
    : { ...membersOf(value), [step]: inner };
};

const schemaOf = (name: string): Members => membersOf(registry.schemas.get(name)?.schema);

/** Every place of a value below its root at which a named schema of the standard stands. */
const placesOf = (
  written: Members,
  value: unknown,
  pointer = '',
): readonly (readonly [name: string, pointer: string])[] => {
  const name = typeof written.$ref === 'string' ? nameIn(written.$ref) : undefined;
  const schema = name === undefined ? written : schemaOf(name);
  const here = name === undefined ? [] : [[name, pointer] as const];
  if (typeof value !== 'object' || value === null) return here;
  return [
    ...here,
    ...Object.entries(value).flatMap(([member, inner]) =>
      placesOf(
        membersOf(Array.isArray(value) ? schema.items : membersOf(schema.properties)[member]),
        inner,
        pointer + stepOf(member),
      ),
    ),
  ];
};

const isRefusedFor = (schema: string, body: unknown, want: Breach): boolean => {
  const verdict = judge(schema, body);
  return (
    !verdict.ok &&
    verdict.issues.some(({ pointer, rule }) => pointer === want.pointer && rule === want.rule)
  );
};

/** Codes and other words that the standard itself publishes: saying one tells nothing of a message. */
const isPublished = (text: string): boolean => PUBLISHED.has(text);
const PUBLISHED = new Set<string>();
JSON.stringify(
  [...registry.schemas.values()].map(({ schema }) => schema),
  (name, value) => {
    if (name === 'enum') for (const one of value) PUBLISHED.add(String(one));
    return value;
  },
);

/** The breach with the canary in its place where that is the same breach; what of it is not to be said again. */
const marked = (schema: string, body: unknown, want: Breach): Pick<Breached, 'body' | 'unsaid'> => {
  const wrong = at(body, want.pointer);
  if (want.rule === 'additionalProperties') {
    const more = { ...membersOf(wrong), [`${CANARY}Name`]: CANARY };
    return { body: withAt(body, want.pointer, more), unsaid: CANARY };
  }
  if (typeof wrong !== 'string') return { body };
  const other = withAt(body, want.pointer, CANARY);
  if (isRefusedFor(schema, other, want)) return { body: other, unsaid: CANARY };
  // a value that stands elsewhere in the message too is right there
  const isAlone = JSON.stringify(body).split(wrong).length === 2;
  return { body, ...(isAlone && wrong.length > 3 && !isPublished(wrong) ? { unsaid: wrong } : {}) };
};

const invalidOf = (name: string) =>
  Object.entries(registry.schemas.get(name)?.examples.invalid ?? {});

/** The invalid examples of a message. */
export const breachesOf = (schema: string): readonly Breached[] =>
  invalidOf(schema).map(([title, { value, breaks }]) => ({
    title: `${schema}: ${title}`,
    want: breaks,
    ...marked(schema, value, breaks),
  }));

/** The invalid examples of the words and parts that stand in the valid examples of a message, each in its place. */
export const breachesWithin = (schema: string): readonly Breached[] =>
  Object.values(registry.schemas.get(schema)?.examples.valid ?? {}).flatMap((example) =>
    placesOf(schemaOf(schema), example).flatMap(([word, place]) =>
      invalidOf(word).flatMap(([title, { value, breaks }]): readonly Breached[] => {
        const want = { pointer: `${place}${breaks.pointer}`, rule: breaks.rule };
        const body = withAt(example, place, value);
        // some rules of a word do not hold where it stands
        if (!isRefusedFor(schema, body, want)) return [];
        return [{ title: `${word}: ${title}`, want, ...marked(schema, body, want) }];
      }),
    ),
  );

/** The valid examples of a message, each with a code of a later list in one place where a list may grow. */
export const withLaterCodes = (schema: string): readonly Omit<Breached, 'want'>[] =>
  Object.entries(registry.schemas.get(schema)?.examples.valid ?? {}).flatMap(([title, example]) =>
    placesOf(schemaOf(schema), example)
      .filter(([word]) => schemaOf(word)['x-extensible'] === true)
      .map(([word, place]) => ({
        title: `${schema}: ${title}, of a later ${word}`,
        body: withAt(example, place, 'CODE_OF_A_LATER_LIST'),
      })),
  );

/** Whether what was found is the breach. A list that may grow has, for whoever receives, a form and no end. */
export const isFound = ({ pointer, rule }: Breach, found: Breach): boolean =>
  found.pointer === pointer &&
  (found.rule === rule || (rule === 'enum' && found.rule === 'pattern'));
