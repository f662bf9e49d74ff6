import { Type } from '@sinclair/typebox';
import {
  type CodeList,
  type Contents,
  defineCodeList,
  homeOf,
  idOf,
  type Text,
} from './define/index.ts';
import type * as modules from './modules.ts';

/** Name of a module, as messages refer to it: the list itself is made of the modules, which have those messages. */
export const ModuleName = Type.Unsafe<keyof typeof modules>({ $id: idOf('ModuleName') });

/** The code list that bears that name: the folder names, in the order of the document. */
export const moduleNames = <Name extends string>(
  listed: Readonly<Record<Name, Contents>>,
): CodeList<Record<Name, Text>> => {
  const homes = Object.values<Contents>(listed).flatMap(
    (contents) => homeOf(contents, 'module') ?? [],
  );
  return defineCodeList({
    name: 'ModuleName',
    version: '2026-11',
    title: { en: 'Module', zh: '模块' },
    description: { en: 'Module of the standard.', zh: '标准的模块。' },
    growth: 'closed',
    codes: Object.fromEntries(
      homes
        .sort((a, b) => a.chapter - b.chapter)
        .map(({ name, title }): [string, Text] => [name, title]),
    ) as Record<Name, Text>,
  });
};
