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

/** The code list of modules with one more, at its end. */
export const withModuleName = (codeList: string, name: string): string => {
  const word = kebab(name);
  const key = word.includes('-') ? `'${word}'` : word;
  return codeList.replace(
    /\n {2}\},\n\}\);\n$/,
    `\n    ${key}: { en: '${sentence(name)}', zh: '示例模块' },$&`,
  );
};

type Register = {
  readonly modules: readonly string[];
  readonly clauses: readonly { readonly id: string; readonly modules: readonly string[] }[];
};

/** Ids of the clauses that a module may answer: those that are not out of scope. */
export const clauseIds = (register: string): readonly string[] =>
  (JSON.parse(register) as Register).clauses
    .filter(({ modules }) => modules.length > 0)
    .map(({ id }) => id);

/** The register of clauses with one more module that answers some of them. */
export const withClauses = (register: string, name: string, ids: readonly string[]): string => {
  const known: Register = JSON.parse(register);
  return `${JSON.stringify(
    {
      ...known,
      modules: [...known.modules, kebab(name)],
      clauses: known.clauses.map((one) =>
        ids.includes(one.id) ? { ...one, modules: [...one.modules, kebab(name)] } : one,
      ),
    },
    null,
    1,
  )}\n`;
};
