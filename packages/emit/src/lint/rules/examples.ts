import { nameIn, type Registry } from '@openwaybill/schemas';
import { type Judge, judge } from '@openwaybill/validate';
import { placesOf, type Schema } from '../finding.ts';
import { type Found, found, type LintRule } from '../rule.ts';
import { hasNull } from '../shape-rules.ts';

type Value = { readonly [member: string]: unknown };

const isValue = (value: unknown): value is Value => typeof value === 'object' && value !== null;

/** Every schema and member, and every code of a list, that some valid example shows: `Waybill.waybillNo`, `PayMode/SENDER`. */
const shownIn = (registry: Registry): ReadonlySet<string> => {
  const shown = new Set<string>();
  const show = (value: unknown, schema: Schema | undefined, name: string): void => {
    if (schema === undefined) return;
    if (typeof schema.$ref === 'string') {
      const target = nameIn(schema.$ref);
      show(value, registry.schemas.get(target)?.schema as unknown as Schema | undefined, target);
      return;
    }
    if (typeof value === 'string') shown.add(`${name}/${value}`);
    if (Array.isArray(value)) for (const item of value) show(item, schema.items as Schema, name);
    else if (isValue(value))
      for (const [member, inner] of Object.entries(value)) {
        const path = `${name}.${member}`;
        shown.add(path);
        show(
          inner,
          (schema.properties as Readonly<Record<string, Schema>> | undefined)?.[member],
          path,
        );
      }
  };
  for (const { name, schema, examples } of registry.schemas.values())
    for (const value of Object.values(examples.valid))
      show(value, schema as unknown as Schema, name);
  return shown;
};

const unshown = (registry: Registry): readonly Found[] => {
  const shown = shownIn(registry);
  const ofMembers = [...registry.schemas.values()].flatMap(({ name, schema }) =>
    [...placesOf(schema as unknown as Schema)]
      .filter(({ member }) => member !== undefined && member !== 'extensions')
      .map(({ pointer }) => pointer)
      .filter(
        (pointer) =>
          !shown.has(`${name}${pointer.replaceAll('/items', '').replaceAll('/properties/', '.')}`),
      )
      .map((pointer) => found(name, pointer, 'no example shows it; add it to one')),
  );
  const ofCodes = registry.codeLists.flatMap(({ name, codes }) =>
    Object.keys(codes)
      .filter((code) => !shown.has(`${name}/${code}`))
      .map((code) => found(name, `/codes/${code}`, 'no example shows it; add it to one')),
  );
  return [...ofMembers, ...ofCodes];
};

/** Examples with a null in them, which validators of other people may not even be asked about. */
const withNull = (registry: Registry): readonly Found[] =>
  [...registry.schemas.values()].flatMap(({ name, examples }) =>
    Object.entries(examples.valid)
      .filter(([, value]) => hasNull(value))
      .map(([title]) =>
        found(
          name,
          `/examples/valid/${title}`,
          'null is on the wire; leave the member out instead',
        ),
      ),
  );

const describe = (issues: readonly { readonly pointer: string; readonly rule: string }[]): string =>
  issues.map(({ pointer, rule }) => `${rule} at ${pointer || 'the whole'}`).join(', ') || 'nothing';

/** What is wrong with the examples of a registry by a judge of messages. */
export const faultsOfExamples = (registry: Registry, by: Judge): readonly Found[] =>
  [...registry.schemas.values()].flatMap(({ name, examples }) => [
    ...Object.entries(examples.valid).flatMap(([title, value]) => {
      const judged = by(name, value);
      return judged.ok
        ? []
        : [
            found(
              name,
              `/examples/valid/${title}`,
              `it breaks ${describe(judged.issues)}; mend the example or the schema`,
            ),
          ];
    }),
    ...Object.entries(examples.invalid).flatMap(([title, { value, breaks }]) => {
      const judged = by(name, value);
      const issues = judged.ok ? [] : judged.issues;
      const [issue] = issues;
      return issues.length === 1 && issue?.pointer === breaks.pointer && issue.rule === breaks.rule
        ? []
        : [
            found(
              name,
              `/examples/invalid/${title}`,
              `it is to break ${describe([breaks])} alone and breaks ${describe(issues)}; leave one fault`,
            ),
          ];
    }),
  ]);

/** The rules about examples: each is judged, and each member is shown. */
export const EXAMPLE_RULES: readonly LintRule[] = [
  {
    id: 'no-null',
    refuses: { en: 'null on the wire', zh: '报文中的 null' },
    isForbidden: true,
    judge: ({ registry }) => withNull(registry),
  },
  {
    id: 'example-valid',
    refuses: { en: 'an example that is not what it says', zh: '与其说明不符的示例' },
    judge: ({ registry }) => faultsOfExamples(registry, judge),
  },
  {
    id: 'example-covered',
    isWarning: true,
    refuses: { en: 'a member that no example shows', zh: '没有示例展示的成员' },
    judge: ({ registry }) => unshown(registry),
  },
];
