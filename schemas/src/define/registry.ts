import type { TSchema } from '@sinclair/typebox';
import { type Code, type CodeListInput, codeListOf } from './code-list.ts';
import type { Concern } from './concern.ts';
import type { Event } from './event.ts';
import type { Examples } from './examples.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Message } from './message.ts';
import type { Module } from './module.ts';
import type { Operation } from './operation.ts';
import type { ProblemDefinition } from './problem.ts';
import { isRequirement, type Requirement } from './requirement.ts';
import { nameOf } from './schema.ts';
import { FIRST_MINOR } from './version.ts';

/** What a definition gets from standing where it stands. `module` is a module's name, a concern's or `'vocabulary'`. */
type Placed<T> = T & { readonly module: string };

export type SchemaEntry = {
  readonly name: string;
  readonly module: string;
  readonly schema: TSchema;
  readonly examples: Examples<TSchema>;
};
export type OperationEntry = Placed<Operation> & {
  readonly operationId: string;
  /** Names of the parameters of the path, in its order. */
  readonly pathParameters: readonly string[];
};
export type EventEntry = Placed<Event>;
export type LifecycleEntry = Placed<Lifecycle>;
export type CodeListEntry = Placed<CodeListInput<Record<string, Code>>>;
/** A requirement with its defaults filled in, and the definition that it stands in. */
export type RequirementEntry = Requirement & {
  readonly module: string;
  readonly class: string;
  readonly clause: string;
  readonly since: `${number}.${number}`;
  /** Name of the operation, schema, event type, or nothing when it stands alone. */
  readonly about?: string;
};

export type Registry = {
  readonly version: string;
  readonly modules: readonly Module[];
  readonly concerns: readonly Concern[];
  readonly schemas: ReadonlyMap<string, SchemaEntry>;
  readonly operations: readonly OperationEntry[];
  readonly events: readonly EventEntry[];
  readonly lifecycles: readonly LifecycleEntry[];
  readonly codeLists: readonly CodeListEntry[];
  readonly requirements: readonly RequirementEntry[];
  readonly problems: Readonly<Record<string, ProblemDefinition>>;
};

/** `cancel-waybill` to `cancelWaybill`. */
export const camelCase = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The exports of one folder of the standard. */
export type Contents = Readonly<Record<string, unknown>>;

const nounOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'noun' in value ? value.noun : undefined;

/** The module or the concern that a folder says it is. */
export const homeOf = <N extends (Module | Concern)['noun']>(
  contents: Contents,
  noun: N,
): Extract<Module | Concern, { noun: N }> | undefined =>
  Object.values(contents).find((value) => nounOf(value) === noun) as
    | Extract<Module | Concern, { noun: N }>
    | undefined;

const isNamedSchema = (value: unknown): value is TSchema =>
  typeof value === 'object' && value !== null && '$id' in value && typeof value.$id === 'string';

/** What the requirements of a folder take their defaults from. */
type Home = Pick<Module, 'clauses'> & Partial<Pick<Module, 'conformanceClass'>>;

/**
 * Everything that the folders export, sorted and with the defaults of its module filled in. Throws when two
 * different schemas claim one `$id`, or a folder has neither module nor concern.
 */
export const assemble = (input: {
  readonly version: string;
  readonly problems: Readonly<Record<string, ProblemDefinition>>;
  readonly vocabulary: Contents;
  readonly modules: Readonly<Record<string, Contents>>;
  readonly concerns: Readonly<Record<string, Contents>>;
}): Registry => {
  const modules: Module[] = [];
  const concerns: Concern[] = [];
  const schemas = new Map<string, SchemaEntry>();
  const operations: OperationEntry[] = [];
  const events: EventEntry[] = [];
  const lifecycles: LifecycleEntry[] = [];
  const codeLists: CodeListEntry[] = [];
  const requirements: RequirementEntry[] = [];

  const addSchema = (
    schema: TSchema | undefined,
    module: string,
    examples?: Examples<TSchema>,
  ): void => {
    if (schema?.$id === undefined) return;
    const name = nameOf(schema);
    const known = schemas.get(name);
    if (known !== undefined && known.schema !== schema)
      throw new Error(`two different schemas have the $id of ${name}`);
    schemas.set(name, {
      name,
      schema,
      module: known?.module ?? module,
      examples: {
        valid: { ...known?.examples.valid, ...examples?.valid },
        invalid: { ...known?.examples.invalid, ...examples?.invalid },
      },
    });
  };

  const place = (folder: string, contents: Contents, home: Home | undefined): void => {
    const values = Object.values(contents);
    const require = (list: readonly Requirement[], about?: string, classOf?: string): void => {
      for (const requirement of list)
        requirements.push({
          ...requirement,
          module: folder,
          class: requirement.class ?? classOf ?? home?.conformanceClass ?? 'core',
          clause: requirement.clause ?? home?.clauses[0] ?? 'SC-3',
          since: requirement.since ?? FIRST_MINOR,
          ...(about === undefined ? {} : { about }),
        });
    };
    for (const value of values) {
      if (isNamedSchema(value)) {
        addSchema(value, folder);
        const list = codeListOf(value);
        if (list !== undefined) codeLists.push({ ...list, module: folder });
        continue;
      }
      switch (nounOf(value)) {
        case 'message': {
          const message = value as Message;
          addSchema(message.schema, folder, message.examples);
          require(message.requirements, nameOf(message.schema));
          break;
        }
        case 'operation': {
          const operation = value as Operation;
          addSchema(operation.request, folder, operation.examples.request);
          addSchema(operation.answer.body, folder, operation.examples.answer);
          require(operation.requirements, operation.name, operation.class);
          operations.push({
            ...operation,
            module: folder,
            operationId: camelCase(operation.name),
            pathParameters: [...operation.path.matchAll(/\{(\w+)\}/g)].map(
              (match) => match[1] ?? '',
            ),
          });
          break;
        }
        case 'event': {
          const event = value as Event;
          addSchema(event.data, folder, event.examples);
          require(event.requirements, event.type);
          events.push({ ...event, module: folder });
          break;
        }
        case 'lifecycle':
          lifecycles.push({ ...(value as Lifecycle), module: folder });
          break;
        default:
          if (isRequirement(value)) require([value]);
          else if (Array.isArray(value) && value.every(isRequirement)) require(value);
      }
    }
  };

  place('vocabulary', input.vocabulary, undefined);
  for (const [folder, contents] of Object.entries(input.modules)) {
    const home = homeOf(contents, 'module');
    if (home === undefined) throw new Error(`the folder ${folder} exports no module`);
    if (home.name !== folder) throw new Error(`the module of ${folder} calls itself ${home.name}`);
    modules.push(home);
    place(folder, contents, home);
  }
  for (const [folder, contents] of Object.entries(input.concerns)) {
    const home = homeOf(contents, 'concern');
    if (home === undefined) throw new Error(`the folder ${folder} exports no concern`);
    if (home.name !== folder) throw new Error(`the concern of ${folder} calls itself ${home.name}`);
    concerns.push(home);
    place(folder, contents, home);
  }

  const byKey =
    <T>(key: (item: T) => string | number) =>
    (a: T, b: T): number =>
      key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
  return {
    version: input.version,
    modules: modules.sort(byKey((module) => module.chapter)),
    concerns: concerns.sort(byKey((concern) => concern.name)),
    schemas: new Map([...schemas].sort(byKey(([name]) => name))),
    operations: operations.sort(byKey((operation) => operation.name)),
    events: events.sort(byKey((event) => event.type)),
    lifecycles: lifecycles.sort(byKey((lifecycle) => lifecycle.entity)),
    codeLists: codeLists.sort(byKey((list) => list.name)),
    requirements: requirements.sort(byKey((requirement) => requirement.id)),
    problems: input.problems,
  };
};
