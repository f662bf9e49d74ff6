import { camel, kebab, sentence } from './names.ts';

/** The index of a new folder of the standard. */
export const moduleText = (name: string, prefix: string, chapter: number): string =>
  `import { defineModule } from '../define/index.ts';

export const ${camel(name)}Module = defineModule({
  name: '${kebab(name)}',
  chapter: ${chapter},
  prefix: '${prefix}',
  title: { en: '${sentence(name)}', zh: '示例模块' },
  description: { en: 'What the chapter is about.', zh: '本章的内容。' },
  conformanceClass: '${kebab(name)}',
  clauses: ['SC-3'],
});
`;
