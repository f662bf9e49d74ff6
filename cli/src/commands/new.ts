import { join } from 'node:path';
import { nearest } from '@openwaybill/validate';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { eventText, eventType } from '../scaffold/event.ts';
import { insertLine, insertModule } from '../scaffold/insert-line.ts';
import { messageFile, messageText } from '../scaffold/message.ts';
import { moduleText } from '../scaffold/module.ts';
import { camel, kebab } from '../scaffold/names.ts';
import { operationText } from '../scaffold/operation.ts';

export type NewOptions = Common & {
  readonly kind: 'message' | 'operation' | 'event' | 'module';
  readonly name: string;
  readonly module?: string;
  /** The prefix of a new module's requirement ids. */
  readonly prefix?: string;
  /** The clone to work in. */
  readonly root: string;
};

const NAMES: Readonly<
  Record<NewOptions['kind'], { readonly form: RegExp; readonly like: string }>
> = {
  message: { form: /^[A-Za-z][A-Za-z0-9-]{1,49}$/, like: 'PickupSlot' },
  operation: { form: /^[a-z][A-Za-z0-9]*(-[a-z0-9]+)*$/, like: 'book-pickup' },
  event: { form: /^[a-z]+([.-][a-z]+)+$/, like: 'pickup.booked' },
  module: { form: /^[a-z]+(-[a-z]+)*$/, like: 'pickup' },
};

const refuse = (
  seen: Complaint['seen'],
  wanted: Complaint['wanted'],
  remedy: Complaint['remedy'],
) => ({
  code: EXIT.usage,
  seen,
  wanted,
  remedy,
});

/** What is to be written: new texts and changed ones, by path from the root. */
type Plan = ReadonlyMap<string, string>;

const textOf = async (io: Io, path: string): Promise<string> => {
  const read = await io.read(path);
  if (!read.ok) throw new Error(`${path} is listed and cannot be read (${read.fault.errno})`);
  return Buffer.from(read.bytes).toString('utf8');
};

const planModule = async (options: NewOptions, source: string, io: Io): Promise<Plan> => {
  const name = kebab(options.name);
  const indexes = (await io.filesBelow(source)).filter((path) => /^[a-z-]+\/index\.ts$/.test(path));
  const chapters: number[] = [];
  for (const path of indexes) {
    const chapter = /chapter: (\d+)/.exec(await textOf(io, join(source, path)))?.[1];
    if (chapter !== undefined) chapters.push(Number(chapter));
  }
  const prefix = (options.prefix ?? name.replaceAll(/[-aeiou]/g, '').slice(0, 3)).toUpperCase();
  const registry = await textOf(io, join(source, 'registry.ts'));
  const index = await textOf(io, join(source, 'index.ts'));
  return new Map([
    [`${name}/index.ts`, moduleText(name, prefix, Math.max(0, ...chapters) + 1)],
    [
      'registry.ts',
      insertModule(
        insertLine(registry, `import * as ${camel(name)} from './${name}/index.ts';`),
        name,
        camel(name),
      ),
    ],
    ['index.ts', insertLine(index, `export * from './${name}/index.ts';`)],
  ]);
};

const planFile = async (
  options: NewOptions,
  module: string,
  source: string,
  io: Io,
): Promise<Plan> => {
  const [file, text] =
    options.kind === 'message'
      ? [messageFile(options.name), messageText(options.name)]
      : options.kind === 'operation'
        ? [`${kebab(options.name)}.ts`, operationText(options.name)]
        : [`${kebab(options.name).replaceAll('.', '-')}.ts`, eventText(module, options.name)];
  const index = await textOf(io, join(source, module, 'index.ts'));
  return new Map([
    [`${module}/${file}`, text],
    [`${module}/index.ts`, insertLine(index, `export * from './${file}';`)],
  ]);
};

const NEXT_STEPS = {
  en: (file: string, kind: NewOptions['kind']): readonly string[] => [
    `1. Write the words, members and examples of ${file}; it is valid as it stands.`,
    kind === 'operation'
      ? '2. Give it a behaviour in packages/mock/src/behaviours, in a file of its name.'
      : '2. Give every member its x-privacy, where it is no Ref.',
    '3. npx turbo run generate build',
    '4. npx openwaybill generate all      (the published contract; review its diff)',
    '5. npm test',
  ],
  zh: (file: string, kind: NewOptions['kind']): readonly string[] => [
    `1. 修改 ${file} 中的文字、成员与示例；现状即为有效。`,
    kind === 'operation'
      ? '2. 在 packages/mock/src/behaviours 中以同名文件实现其行为。'
      : '2. 非引用的成员都要标注 x-privacy。',
    '3. npx turbo run generate build',
    '4. npx openwaybill generate all      （发布的契约；请审阅其差异）',
    '5. npm test',
  ],
} as const;

const WORDS = {
  en: { wrote: 'new', changed: 'changed', next: 'Next:' },
  zh: { wrote: '新建', changed: '修改', next: '接下来：' },
} as const;

/** Starts a definition: a file that is valid as it stands, and the one line that lists it. */
export const create = async (options: NewOptions, io: Io): Promise<ExitCode> => {
  const source = join(options.root, 'schemas', 'src');
  if (!io.exists(join(source, 'registry.ts')))
    return complain(
      io,
      options,
      refuse(
        { en: `${source} has no registry.ts`, zh: `${source} 中没有 registry.ts` },
        { en: 'a clone of OpenWaybill is needed', zh: '需要 OpenWaybill 的代码库' },
        {
          en: 'run it at the root of the clone, or name it with --root',
          zh: '请在代码库根目录运行，或用 --root 指定',
        },
      ),
    );
  const { form, like } = NAMES[options.kind];
  if (!form.test(options.name))
    return complain(
      io,
      options,
      refuse(
        { en: `${options.name} is no name for this`, zh: `${options.name} 不是合适的名称` },
        { en: `a name such as ${like} is needed`, zh: `需要形如 ${like} 的名称` },
        { en: 'write it so', zh: '请按此书写' },
      ),
    );
  const folders = [
    ...new Set(
      (await io.filesBelow(source)).flatMap(
        (path) => /^([a-z-]+)\/index\.ts$/.exec(path)?.[1] ?? [],
      ),
    ),
  ].filter((folder) => folder !== 'define');
  const { module } = options;
  if (options.kind !== 'module' && (module === undefined || !folders.includes(module))) {
    const meant = module === undefined ? undefined : nearest(module, folders);
    return complain(
      io,
      options,
      refuse(
        module === undefined
          ? { en: 'no --module was given', zh: '未给出 --module' }
          : { en: `there is no module ${module}`, zh: `没有模块 ${module}` },
        { en: `one of ${folders.join(', ')} is needed`, zh: `可选 ${folders.join('、')}` },
        meant === undefined
          ? {
              en: 'name one with --module, or start one with openwaybill new module',
              zh: '请用 --module 指定，或用 openwaybill new module 新建',
            }
          : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
      ),
    );
  }
  const plan =
    options.kind === 'module'
      ? await planModule(options, source, io)
      : await planFile(options, module ?? '', source, io);
  const [main = ''] = plan.keys();
  if (io.exists(join(source, main)))
    return complain(
      io,
      options,
      refuse(
        { en: `${join(source, main)} exists already`, zh: `${join(source, main)} 已存在` },
        { en: 'a new name is needed', zh: '需要新的名称' },
        { en: 'choose another name, or edit that file', zh: '请换一个名称，或直接修改该文件' },
      ),
    );
  const words = WORDS[options.language];
  const written: { readonly path: string; readonly isNew: boolean }[] = [];
  for (const [path, text] of plan) {
    const whole = join(source, path);
    const isNew = !io.exists(whole);
    const fault = await io.write(whole, text);
    if (fault !== undefined) return complain(io, options, fileComplaint(fault, 'write'));
    written.push({ path: whole, isNew });
  }
  const type = options.kind === 'event' ? eventType(module ?? '', options.name) : undefined;
  if (options.json)
    io.out(JSON.stringify({ files: written, ...(type === undefined ? {} : { type }) }));
  else {
    for (const { path, isNew } of written)
      io.out(`${isNew ? words.wrote : words.changed}  ${path}`);
    io.out(
      ['', words.next, ...NEXT_STEPS[options.language](join(source, main), options.kind)].join(
        '\n',
      ),
    );
  }
  return EXIT.ok;
};
