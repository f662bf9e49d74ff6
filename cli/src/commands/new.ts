import { join } from 'node:path';
import { nearest } from '@openwaybill/validate/light';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { eventType } from '../scaffold/event.ts';
import { clauseIds } from '../scaffold/module.ts';
import { planFiles, planModule, REGISTER, SOURCE, textOf } from '../scaffold/plan.ts';

export type NewOptions = Common & {
  readonly kind: 'message' | 'operation' | 'event' | 'resource' | 'module';
  readonly name: string;
  readonly module?: string;
  /** The prefix of a new module's requirement ids. */
  readonly prefix?: string;
  /** The clauses of the policy that a new module answers. */
  readonly clause?: readonly string[];
  /** The clone to work in. */
  readonly root: string;
};

const NAMES: Readonly<
  Record<NewOptions['kind'], { readonly form: RegExp; readonly like: string }>
> = {
  message: { form: /^[A-Za-z][A-Za-z0-9-]{1,49}$/, like: 'PickupSlot' },
  operation: { form: /^[a-z][A-Za-z0-9]*(-[a-z0-9]+)*$/, like: 'book-pickup' },
  event: { form: /^[a-z]+([.-][a-z]+)+$/, like: 'pickup.booked' },
  resource: { form: /^[a-z]+(-[a-z]+)*$/, like: 'pickup-slot' },
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

type Step = readonly [run: string, why: { readonly en: string; readonly zh: string }];

const BUILD_STEPS: readonly Step[] = [
  [
    'npx biome check --write schemas',
    { en: 'writes it as the formatter wants it', zh: '按统一格式排版' },
  ],
  ['npm run build', { en: 'tells what does not fit', zh: '指出不合规之处' }],
  [
    'npx openwaybill generate all',
    { en: 'the published contract; review its diff', zh: '发布的契约；请审阅其差异' },
  ],
  ['npm test', { en: 'judges the examples, too', zh: '示例也会受检' }],
];

/** What remains to be done by hand, by what was started. */
const firstSteps = (
  { kind, name, module }: NewOptions,
  fresh: readonly string[],
): readonly Step[] => {
  const [file] = fresh.length === 1 ? fresh : [`${SOURCE}/${module}`];
  const write: Step = [
    `$EDITOR ${file}`,
    {
      en: 'its words in both languages, members and examples; it is valid as it stands',
      zh: '两种语言的文字、成员与示例；现状即为有效',
    },
  ];
  if (kind === 'module')
    return [
      [`$EDITOR ${file}`, { en: 'its title and description', zh: '名称与说明' }],
      [
        `npx openwaybill new resource ${name} --module ${name}`,
        {
          en: 'or new message, new operation, new event',
          zh: '或 new message、new operation、new event',
        },
      ],
    ];
  if (kind === 'operation')
    return [
      write,
      [
        'npx openwaybill mock',
        {
          en: 'serves what its path and lifecycle say; more than that is a behaviour in packages/mock/src/modules',
          zh: '按路径与生命周期提供服务；其余行为写在 packages/mock/src/modules',
        },
      ],
    ];
  if (kind === 'resource')
    return [
      write,
      [
        'npx vitest run --project house-rules -u',
        { en: 'freezes the ids of its requirements', zh: '冻结其要求的编号' },
      ],
    ];
  return [write];
};

const WORDS = {
  en: { wrote: 'new', changed: 'changed', next: 'Next:' },
  zh: { wrote: '新建', changed: '修改', next: '接下来：' },
} as const;

/** What is wrong with the clauses that a new module is said to answer. */
const clauseComplaint = async (options: NewOptions, io: Io): Promise<Complaint | undefined> => {
  const known = clauseIds(await textOf(io, join(options.root, REGISTER)));
  const given = options.clause ?? [];
  const unknown = given.find((one) => !known.includes(one));
  if (given.length > 0 && unknown === undefined) return undefined;
  return refuse(
    unknown === undefined
      ? { en: 'no --clause was given', zh: '未给出 --clause' }
      : { en: `no module may answer ${unknown}`, zh: `没有模块可对应条款 ${unknown}` },
    {
      en: 'a module answers at least one clause of the policy that is in scope',
      zh: '模块至少对应一条适用范围内的政策条款',
    },
    {
      en: 'choose from openwaybill list clauses, as in --clause SC-3 DL-14',
      zh: '请从 openwaybill list clauses 中选择，例如 --clause SC-3 DL-14',
    },
  );
};

/** Starts a definition: a file that is valid as it stands, and the one line that lists it. */
export const create = async (options: NewOptions, io: Io): Promise<ExitCode> => {
  const source = join(options.root, SOURCE);
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
  if (options.kind === 'module') {
    const complaint = await clauseComplaint(options, io);
    if (complaint !== undefined) return complain(io, options, complaint);
  }
  const plan =
    options.kind === 'module'
      ? await planModule(options, io)
      : await planFiles(options, module ?? '', io);
  const fresh = [...plan.fresh.keys()];
  const there = fresh.find((path) => io.exists(join(options.root, path)));
  if (there !== undefined)
    return complain(
      io,
      options,
      refuse(
        { en: `${there} exists already`, zh: `${there} 已存在` },
        { en: 'a new name is needed', zh: '需要新的名称' },
        { en: 'choose another name, or edit that file', zh: '请换一个名称，或直接修改该文件' },
      ),
    );
  const words = WORDS[options.language];
  const written: { readonly path: string; readonly isNew: boolean }[] = [];
  for (const [path, text] of [...plan.fresh, ...plan.changed]) {
    const whole = join(options.root, path);
    const fault = await io.write(whole, text);
    if (fault !== undefined) return complain(io, options, fileComplaint(fault, 'write'));
    written.push({ path: whole, isNew: plan.fresh.has(path) });
  }
  const type = options.kind === 'event' ? eventType(module ?? '', options.name) : undefined;
  if (options.json)
    io.out(JSON.stringify({ files: written, ...(type === undefined ? {} : { type }) }));
  else {
    for (const { path, isNew } of written)
      io.out(`${isNew ? words.wrote : words.changed}  ${path}`);
    const steps = [...firstSteps(options, fresh), ...BUILD_STEPS];
    io.out(
      [
        '',
        words.next,
        ...steps.map(([run, why], at) => `${at + 1}. ${run}\n     ${why[options.language]}`),
      ].join('\n'),
    );
  }
  return EXIT.ok;
};
