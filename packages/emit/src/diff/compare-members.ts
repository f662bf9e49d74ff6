import type { JsonSchema } from '@openwaybill/validate/light';
import { stepOf, stripAnnotations } from '@openwaybill/validate/light';
import type { Change } from './change.ts';
import { isSame } from './words.ts';

type Place = Pick<Change, 'subject' | 'pointer'>;
export type Members = Readonly<Record<string, JsonSchema>>;

export const membersOf = (schema: JsonSchema): Members => (schema.properties ?? {}) as Members;
const requiredOf = (schema: JsonSchema): readonly string[] =>
  (schema.required ?? []) as readonly string[];

/** Two members that say the same but for their words; a version in a reference says nothing. */
const isAlike = (a: JsonSchema | undefined, b: JsonSchema | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  isSame(withoutVersion(stripAnnotations(a)), withoutVersion(stripAnnotations(b)));

const withoutVersion = (schema: JsonSchema): unknown =>
  JSON.parse(JSON.stringify(schema), (keyword, value) =>
    keyword === '$ref' ? String(value).replace(/.*\//, '') : value,
  );

const isRequired = (schema: JsonSchema, name: string): boolean => requiredOf(schema).includes(name);

/** What was added to and removed from an object, renamed in it, or changed between optional and required. */
export const compareMembers = (
  before: JsonSchema,
  now: JsonSchema,
  place: Place,
): readonly Change[] => {
  const [old, young] = [membersOf(before), membersOf(now)];
  const gone = Object.keys(old).filter((name) => !(name in young));
  const come = Object.keys(young).filter((name) => !(name in old));
  // one that went and one that came and are alike are one that was renamed, if there is no other such pair
  const renamed = gone.flatMap((from) => {
    const alike = (to: string): boolean =>
      isAlike(old[from], young[to]) && isRequired(before, from) === isRequired(now, to);
    const [to, another] = come.filter(alike);
    const rivals = gone.filter((other) => isAlike(old[other], old[from]));
    return to === undefined || another !== undefined || rivals.length > 1 ? [] : [[from, to]];
  });
  const isRenamed = (name: string): boolean => renamed.some((pair) => pair.includes(name));
  const at = (name: string): Pick<Change, 'subject' | 'pointer' | 'at'> => ({
    ...place,
    pointer: `${place.pointer}${stepOf(name)}`,
    at: name,
  });
  return [
    ...renamed.map(
      ([from = '', to = '']): Change => ({
        rule: 'CMP-007',
        ...at(from),
        what: { en: `${from} is renamed to ${to}`, zh: `${from} 改名为 ${to}` },
      }),
    ),
    ...come
      .filter((name) => !isRenamed(name))
      .map(
        (name): Change => ({
          rule: isRequired(now, name) ? 'CMP-002' : 'CMP-001',
          ...at(name),
          what: isRequired(now, name)
            ? { en: `required member ${name} is added`, zh: `新增必填成员 ${name}` }
            : { en: `optional member ${name} is added`, zh: `新增可选成员 ${name}` },
        }),
      ),
    ...gone
      .filter((name) => !isRenamed(name))
      .map(
        (name): Change => ({
          rule: isRequired(before, name) ? 'CMP-006' : 'CMP-005',
          ...at(name),
          what: isRequired(before, name)
            ? { en: `required member ${name} is removed`, zh: `移除必填成员 ${name}` }
            : { en: `optional member ${name} is removed`, zh: `移除可选成员 ${name}` },
        }),
      ),
    ...Object.keys(young)
      .filter((name) => name in old && isRequired(before, name) !== isRequired(now, name))
      .map(
        (name): Change => ({
          rule: isRequired(now, name) ? 'CMP-004' : 'CMP-003',
          ...at(name),
          what: isRequired(now, name)
            ? { en: `${name} becomes required`, zh: `${name} 改为必填` }
            : { en: `${name} becomes optional`, zh: `${name} 改为可选` },
        }),
      ),
  ];
};

/** A member that went from one object and came to another of the same message, and says the same, was moved. */
export const withMoves = (
  changes: readonly Change[],
  share: (a: Change, b: Change) => boolean,
): readonly Change[] => {
  const removals = changes.filter(({ rule }) => rule === 'CMP-005' || rule === 'CMP-006');
  const additions = changes.filter(({ rule }) => rule === 'CMP-001' || rule === 'CMP-002');
  const moves = removals.flatMap((from) => {
    const to = additions.find((one) => one.at === from.at && share(from, one));
    return to === undefined ? [] : [[from, to] as const];
  });
  return changes.flatMap((change): readonly Change[] => {
    const move = moves.find((pair) => pair.includes(change));
    if (move === undefined) return [change];
    const [from, to] = move;
    if (change === to) return [];
    return [
      {
        ...from,
        rule: 'CMP-008',
        what: {
          en: `${from.at} is moved to ${to.subject.name} ${to.pointer}`,
          zh: `${from.at} 移至 ${to.subject.name} ${to.pointer}`,
        },
        ...(from.rule === 'CMP-006' || to.rule === 'CMP-002'
          ? {}
          : { passages: { oldToNew: 'ok', newToOld: 'ok' } as const }),
      },
    ];
  });
};
