import type { MemberFacts, MessageFacts, ValueFacts } from './material.ts';

/** Where in a message the members stand that pass, as JSON pointers with `*` for every item of a list. */
export const pointersOf = (
  messages: Readonly<Record<string, MessageFacts>>,
  name: string | undefined,
  passes: (member: MemberFacts) => boolean,
): readonly string[] => {
  const walk = (value: ValueFacts, path: string, above: readonly string[]): readonly string[] => {
    if (value.is === 'LIST') return walk(value.of, `${path}/*`, above);
    if (value.is !== 'MESSAGE' || above.includes(value.name)) return [];
    return (messages[value.name]?.members ?? []).flatMap((member) => {
      const at = `${path}/${member.name}`;
      if (!passes(member)) return walk(member.value, at, [...above, value.name]);
      return member.value.is === 'LIST' ? [`${at}/*`] : [at];
    });
  };
  return name === undefined ? [] : walk({ is: 'MESSAGE', name }, '', []);
};
