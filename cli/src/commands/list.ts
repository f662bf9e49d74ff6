import type { Registry, Text } from '@openwaybill/schemas';
import { nearest } from '@openwaybill/validate/light';
import { readClauses, traceOf } from '../clauses.ts';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import { LISTS, type ListName } from '../products.ts';
import { standard } from '../standard/standard.ts';
import { columns } from '../table.ts';

export type ListOptions = Common & {
  readonly what: ListName;
  /** Only what stands in this module. */
  readonly module?: string;
};

/** One row: the name first, the title last. */
type Row = {
  readonly name: string;
  readonly module?: string;
  readonly facts: readonly string[];
  readonly title: Text;
};

const titleOf = (schema: object): Text => {
  const { title, 'x-title-zh': zh } = schema as { readonly title?: string; 'x-title-zh'?: string };
  return { en: title ?? '', zh: zh ?? '' };
};

const MANY_ROLES = 4;

/** A few roles by name, many by their number: `explain` names them. */
const rolesOf = (roles: readonly string[]): string =>
  roles.length > MANY_ROLES ? `${roles.length} roles` : roles.join(',');

const ROWS: Readonly<Record<Exclude<ListName, 'clauses'>, (from: Registry) => readonly Row[]>> = {
  modules: ({ modules }) =>
    modules.map(({ name, prefix, conformanceClass, title }) => ({
      name,
      module: name,
      facts: [prefix, conformanceClass],
      title,
    })),
  messages: ({ schemas }) =>
    [...schemas.values()].map(({ name, module, schema }) => ({
      name,
      module,
      facts: [module],
      title: titleOf(schema),
    })),
  operations: ({ operations }) =>
    operations.map(({ name, module, method, path, title }) => ({
      name,
      module,
      facts: [method, path],
      title,
    })),
  events: ({ events }) =>
    events.map(({ type, module, from, to, title }) => ({
      name: type,
      module,
      facts: [`${rolesOf(from)} → ${rolesOf(to)}`],
      title,
    })),
  requirements: ({ requirements }) =>
    requirements.map(({ id, module, level, roles, position, text }) => ({
      name: id,
      module,
      facts: [level, roles === 'any' ? 'any' : rolesOf(roles), position],
      title: text,
    })),
  problems: ({ problems }) =>
    Object.entries(problems).map(([code, { status, retryable, title }]) => ({
      name: code,
      facts: [String(status), retryable ? 'retryable' : ''],
      title,
    })),
  'code-lists': ({ codeLists }) =>
    codeLists.map(({ name, module, codes, growth, title }) => ({
      name,
      module,
      facts: [String(Object.keys(codes).length), growth === 'closed' ? 'closed' : 'extensible'],
      title,
    })),
  lifecycles: ({ lifecycles }) =>
    lifecycles.map(({ entity, module, states, transitions, title }) => ({
      name: entity,
      module,
      facts: [`${Object.keys(states).length} states`, `${transitions.length} transitions`],
      title,
    })),
};

const shown = (rows: readonly Row[], language: Language): string =>
  columns(rows.map(({ name, facts, title }) => [name, ...facts, title[language]]));

const CLAUSE_WORDS = {
  en: {
    answered: (requirements: number, checked: number) =>
      `${requirements} requirements, ${checked} checked`,
    outOfScope: (why: string) => `out of scope: ${why}`,
  },
  zh: {
    answered: (requirements: number, checked: number) =>
      `${requirements} 项要求，${checked} 项有检查`,
    outOfScope: (why: string) => `不适用：${why}`,
  },
} as const;

/** Prints every clause of the policy with what answers it, or why nothing does. */
const listClauses = async (options: ListOptions, io: Io): Promise<ExitCode> => {
  const { language, module } = options;
  const words = CLAUSE_WORDS[language];
  const registry = standard();
  const rows = (await readClauses(io)).clauses
    .map((clause) => ({ clause, trace: traceOf(registry, clause.id) }))
    .filter(({ trace }) => module === undefined || trace.modules.includes(module));
  if (options.json)
    io.out(
      JSON.stringify(
        rows.map(({ clause: { id: name, title, outOfScope }, trace }) => ({
          name,
          title,
          ...trace,
          ...(outOfScope === undefined ? {} : { outOfScope }),
        })),
      ),
    );
  else
    io.out(
      columns(
        rows.map(({ clause: { id, title, outOfScope }, trace }) => [
          id,
          title[language],
          outOfScope === undefined
            ? words.answered(trace.requirements.length, trace.checked.length)
            : '',
          outOfScope === undefined
            ? trace.modules.join(', ')
            : words.outOfScope(outOfScope[language]),
        ]),
      ),
    );
  return EXIT.ok;
};

/** Prints what the standard has of one kind, one line each. */
export const list = async (options: ListOptions, io: Io): Promise<ExitCode> => {
  if (options.what === 'clauses') return listClauses(options, io);
  const rows = ROWS[options.what](standard()).filter(
    ({ module }) => options.module === undefined || module === options.module,
  );
  if (options.json)
    io.out(JSON.stringify(rows.map(({ name, module, title }) => ({ name, module, title }))));
  else if (rows.length > 0) io.out(shown(rows, options.language));
  return EXIT.ok;
};

/** The same for a name that may be mistyped. */
export const listAny = (
  options: Omit<ListOptions, 'what'> & { readonly what: string },
  io: Io,
): Promise<ExitCode> => {
  const what = LISTS.find((one) => one === options.what);
  if (what !== undefined) return list({ ...options, what }, io);
  const meant = nearest(options.what, LISTS);
  return Promise.resolve(
    complain(io, options, {
      code: EXIT.usage,
      seen: { en: `there is no list of ${options.what}`, zh: `没有 ${options.what} 的列表` },
      wanted: { en: `one of ${LISTS.join(', ')} is needed`, zh: `可选 ${LISTS.join('、')}` },
      remedy:
        meant === undefined
          ? { en: 'name one of them', zh: '请指定其一' }
          : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
    }),
  );
};
