import { join } from 'node:path';
import type { NewOptions } from '../commands/new.ts';
import type { Io } from '../io.ts';
import { eventText } from './event.ts';
import { insertLine } from './insert-line.ts';
import { messageFile, messageText } from './message.ts';
import { moduleText } from './module.ts';
import { kebab } from './names.ts';
import { operationText } from './operation.ts';
import { resourceFiles } from './resource.ts';

/** What is to be written, by path from the root. */
export type Plan = {
  readonly fresh: ReadonlyMap<string, string>;
  readonly changed: ReadonlyMap<string, string>;
};

/** Where the definitions stand. */
export const SOURCE = 'schemas/src';
/** The register of the policy's clauses. */
export const REGISTER = 'seeds/policy/clauses.json';

/** The text of a file that is there. */
export const textOf = async (io: Io, path: string): Promise<string> => {
  const read = await io.read(path);
  if (!read.ok) throw new Error(`${path} is listed and cannot be read (${read.fault.errno})`);
  return Buffer.from(read.bytes).toString('utf8');
};

/** A new chapter, and the two lines that list it: what it has, and what it gives to everybody. */
export const planModule = async (options: NewOptions, io: Io): Promise<Plan> => {
  const { root, clause: clauses = [] } = options;
  const source = join(root, SOURCE);
  const name = kebab(options.name);
  const indexes = (await io.filesBelow(source)).filter((path) => /^[a-z-]+\/index\.ts$/.test(path));
  const chapters: number[] = [];
  for (const path of indexes) {
    const chapter = /chapter: (\d+)/.exec(await textOf(io, join(source, path)))?.[1];
    if (chapter !== undefined) chapters.push(Number(chapter));
  }
  const prefix = (options.prefix ?? name.replaceAll(/[-aeiou]/g, '').slice(0, 3)).toUpperCase();
  const modules = await textOf(io, join(source, 'modules.ts'));
  const index = await textOf(io, join(source, 'index.ts'));
  const home = moduleText(name, prefix, Math.max(0, ...chapters) + 1, clauses);
  const listed = name.includes('-') ? `'${name}'` : name;
  const changed = new Map([
    [
      `${SOURCE}/modules.ts`,
      insertLine(modules, `export * as ${listed} from './${name}/index.ts';`),
    ],
    [`${SOURCE}/index.ts`, insertLine(index, `export * from './${name}/index.ts';`)],
  ]);
  return { fresh: new Map([[`${SOURCE}/${name}/index.ts`, home]]), changed };
};

/** The prefix of a module's requirements, and the first number that none of its files uses. */
const placeOf = async (module: string, folder: string, io: Io) => {
  const prefix = /prefix: '([A-Z]+)'/.exec(await textOf(io, join(folder, 'index.ts')))?.[1] ?? '';
  const numbers: number[] = [];
  for (const path of await io.filesBelow(folder))
    for (const [, number] of (await textOf(io, join(folder, path))).matchAll(
      new RegExp(`'${prefix}-(\\d+)'`, 'g'),
    ))
      numbers.push(Number(number));
  return { module, prefix, next: Math.max(0, ...numbers) + 1 };
};

const filesOf = async (
  { kind, name, root }: NewOptions,
  module: string,
  io: Io,
): Promise<ReadonlyMap<string, string>> => {
  switch (kind) {
    case 'resource':
      return resourceFiles(name, await placeOf(module, join(root, SOURCE, module), io));
    case 'message':
      return new Map([[messageFile(name), messageText(name)]]);
    case 'event':
      return new Map([[`${kebab(name).replaceAll('.', '-')}.ts`, eventText(module, name)]]);
    default:
      return new Map([[`${kebab(name)}.ts`, operationText(name)]]);
  }
};

/** New files of a module, and the lines that list them. */
export const planFiles = async (options: NewOptions, module: string, io: Io): Promise<Plan> => {
  const files = await filesOf(options, module, io);
  const index = [...files.keys()].reduce(
    (text, file) => insertLine(text, `export * from './${file}';`),
    await textOf(io, join(options.root, SOURCE, module, 'index.ts')),
  );
  return {
    fresh: new Map([...files].map(([file, text]) => [`${SOURCE}/${module}/${file}`, text])),
    changed: new Map([[`${SOURCE}/${module}/index.ts`, index]]),
  };
};
