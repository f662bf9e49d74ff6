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

/** Name of a module: what messages refer to, without a list of its own. */
export const ModuleName = Type.Unsafe<keyof typeof modules>({ $id: idOf('ModuleName') });
export type ModuleName = keyof typeof modules;

/** The code list that messages refer to by that name: the folder names, in the order of the document. */
export const moduleNames = (listed: Readonly<Record<string, Contents>>): CodeList => {
  const homes = Object.values(listed).flatMap((contents) => homeOf(contents, 'module') ?? []);
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
    ),
  });
};
