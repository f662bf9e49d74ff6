import { camel, kebab, sentence } from './names.ts';

/** The index of a new folder of the standard. */
export const moduleText = (
  name: string,
  prefix: string,
  chapter: number,
  clauses: readonly string[],
): string =>
  `import { defineModule } from '../define/index.ts';

export const ${camel(name)}Module = defineModule({
  name: '${kebab(name)}',
  chapter: ${chapter},
  prefix: '${prefix}',
  title: { en: '${sentence(name)}', zh: '示例模块' },
  description: { en: 'What the chapter is about.', zh: '本章的内容。' },
  conformanceClass: '${kebab(name)}',
  clauses: [${clauses.map((clause) => `'${clause}'`).join(', ')}],
});
`;

type Register = {
  readonly clauses: readonly { readonly id: string; readonly modules: readonly string[] }[];
};

/** Ids of the clauses that a module may answer: those that are not out of scope. */
export const clauseIds = (register: string): readonly string[] =>
  (JSON.parse(register) as Register).clauses
    .filter(({ modules }) => modules.length > 0)
    .map(({ id }) => id);
