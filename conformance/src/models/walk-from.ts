import {
  camelCase,
  type LifecycleEntry,
  registry,
  type Transition,
  takesIfMatch,
} from '@openwaybill/schemas';
import { exampleBody } from '../drive/example.ts';
import type { Identity } from '../drive/identity.ts';
import { operationOf } from '../drive/operations.ts';
import type { CallInput, Stage } from '../drive/stage.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Subject, Walk } from './walk.ts';

type Input = (stage: Stage, subject: Subject) => CallInput | Promise<CallInput>;

/** What of a walk the table does not say. */
export type WalkGiven = {
  readonly entity: string;
  readonly name?: string;
  readonly role: Walk['role'];
  /** The operation that shows one resource with its status. */
  readonly read: string;
  /** Who owns the resources, where it is not the runner in the role that begins them. */
  readonly as?: Identity;
  /** How a resource comes to be: a command with its request, or a fact of the system itself. */
  readonly begin:
    | {
        readonly operation: string;
        readonly input: (stage: Stage) => CallInput | undefined | Promise<CallInput | undefined>;
        /** A command of test control without which there is nothing to begin with. */
        readonly needs?: string;
      }
    | { readonly fact: string };
  /** Bodies of commands, by operation, where the first example of their request does not do. */
  readonly inputs?: Readonly<Record<string, Input>>;
  /** States that need more than the rows of the table. */
  readonly unreached?: readonly string[];
  /** Facts that take more than to be said, by name: what each needs, and how it comes about. */
  readonly causes?: NonNullable<Walk['facts']> extends Readonly<Record<string, infer Fact>>
    ? Readonly<Record<string, Omit<Fact, 'from'>>>
    : never;
  readonly movesClock?: true;
  /** States through which no way leads to another. */
  readonly ends?: readonly string[];
};

const lifecycleOf = (entity: string): LifecycleEntry => {
  const found = registry.lifecycles.find((one) => one.entity === entity);
  if (found === undefined) throw new Error(`there is no lifecycle ${entity}`);
  return found;
};

/** The shortest way through the table to every state, as rows after the one that begins. */
const routesOf = (
  lifecycle: LifecycleEntry,
  first: string,
  ends: readonly string[],
): ReadonlyMap<string, readonly Transition[]> => {
  const routes = new Map<string, readonly Transition[]>([[first, []]]);
  const queue = [first];
  for (let state = queue.shift(); state !== undefined; state = queue.shift())
    for (const row of lifecycle.transitions) {
      if (!row.from.includes(state) || row.to === 'SAME' || routes.has(row.to)) continue;
      if (ends.includes(state)) continue;
      routes.set(row.to, [...(routes.get(state) ?? []), row]);
      queue.push(row.to);
    }
  return routes;
};

/** Lets a fact happen to a resource by test control; the resource that it happened to, or nothing. */
export const causeFact = async (
  stage: Stage,
  input: { readonly collection: string; readonly resourceId?: string; readonly fact: string },
  as: Identity = 'runner',
): Promise<string | undefined> => {
  const started = await stage.callAs(as, 'triggerTestAction', {
    body: { action: 'CAUSE_FACT', input },
    intent: 'TEST_CONTROL',
  });
  const actionId: unknown = answerOf(started)?.actionId;
  if (typeof actionId !== 'string') return undefined;
  await stage.settle();
  const run = await stage.callAs(as, 'getTestAction', {
    path: { actionId },
    intent: 'TEST_CONTROL',
  });
  const { state, result } = answerOf(run) ?? {};
  return state === 'SUCCEEDED' ? String(result?.resourceId) : undefined;
};

/** A walk over a lifecycle by its table: facts by test control, commands by the examples of their requests. */
export const walkFrom = (given: WalkGiven): Walk => {
  const lifecycle = lifecycleOf(given.entity);
  const { begin, read, as } = given;
  const { path: readPath, pathParameters } = operationOf(read);
  const [id = ''] = pathParameters;
  const collection = readPath.split('/')[2] ?? '';
  const firstRow = lifecycle.transitions.find(
    (row) =>
      row.from.length === 0 &&
      ('fact' in begin ? row.on === begin.fact : camelCase(row.on) === begin.operation),
  );
  if (firstRow === undefined) throw new Error(`no row begins ${given.entity} so`);
  const routes = routesOf(lifecycle, firstRow.to, given.ends ?? []);

  const inputOf = async (stage: Stage, operation: string, subject: Subject): Promise<CallInput> =>
    given.inputs?.[operation] === undefined
      ? {
          path: subject.path,
          ...(operationOf(operation).request === undefined ? {} : { body: exampleBody(operation) }),
          ...(takesIfMatch(operationOf(operation)) === undefined
            ? {}
            : { ifMatch: subject.revision }),
        }
      : given.inputs[operation](stage, subject);

  const owner = as ?? 'runner';
  const look = async (stage: Stage, path: Readonly<Record<string, string>>): Promise<Subject> => {
    const seen = await stage.callAs(owner, read, { path });
    return { path, revision: answerOf(seen)?.revision, ...(as === undefined ? {} : { as }) };
  };

  const started = async (stage: Stage): Promise<Subject | undefined> => {
    if ('fact' in begin) {
      const made = await causeFact(stage, { collection, fact: begin.fact }, owner);
      return made === undefined ? undefined : look(stage, { [id]: made });
    }
    const input = await begin.input(stage);
    if (input === undefined) return undefined;
    const made = await stage.callAs(owner, begin.operation, { ...input, intent: 'PREPARE' });
    const name = answerOf(made)?.[id] ?? input.path?.[id];
    return isAccepted(made) && name !== undefined ? look(stage, { [id]: String(name) }) : undefined;
  };

  const reach =
    (state: string) =>
    async (stage: Stage): Promise<Subject | undefined> => {
      let subject = await started(stage);
      for (const row of routes.get(state) ?? []) {
        if (subject === undefined) return undefined;
        if (row.kind === 'command') {
          const operation = camelCase(row.on);
          const input = {
            ...(await inputOf(stage, operation, subject)),
            intent: 'PREPARE' as const,
          };
          // where the walk names nobody, whoever may give the command gives it
          const done = await (as === undefined
            ? stage.call(operation, input)
            : stage.callAs(as, operation, input));
          if (!isAccepted(done)) return undefined;
        } else {
          const resourceId = subject.path[id] ?? '';
          if (
            (await causeFact(stage, { collection, resourceId, fact: row.on }, owner)) === undefined
          )
            return undefined;
        }
        subject = await look(stage, subject.path);
      }
      return subject;
    };

  const neededFor = (state: string): { readonly needs?: string } => {
    if ('fact' in begin || (routes.get(state) ?? []).some(({ kind }) => kind !== 'command'))
      return { needs: 'ACTIONS' };
    return begin.needs === undefined ? {} : { needs: begin.needs };
  };
  const commands = [
    ...new Set(
      lifecycle.transitions.flatMap(({ kind, on, from }) =>
        kind === 'command' && from.length > 0 ? [camelCase(on)] : [],
      ),
    ),
  ].filter((operation) => operationOf(operation).path.includes(`{${id}}`));
  const facts = new Map<string, string[]>();
  for (const { kind, on, from, to } of lifecycle.transitions)
    if (kind !== 'command' && from.length > 0 && given.unreached?.includes(to) !== true)
      facts.set(on, [...(facts.get(on) ?? []), ...from]);
  return {
    entity: given.entity,
    ...(given.name === undefined ? {} : { name: given.name }),
    role: given.role,
    read,
    ...(given.movesClock === undefined ? {} : { movesClock: given.movesClock }),
    coversFacts: true,
    facts: Object.fromEntries(
      [...facts].map(([fact, from]) => [
        fact,
        {
          needs: 'ACTIONS',
          from,
          cause: (stage: Stage, subject: Subject) =>
            causeFact(stage, { collection, resourceId: subject.path[id] ?? '', fact }, owner),
          ...given.causes?.[fact],
        },
      ]),
    ),
    states: Object.fromEntries(
      [...routes.keys()]
        .filter((state) => given.unreached?.includes(state) !== true)
        .map((state) => [state, { ...neededFor(state), reach: reach(state) }]),
    ),
    commands: Object.fromEntries(
      commands.map((operation) => [
        operation,
        (stage: Stage, subject: Subject) => inputOf(stage, operation, subject),
      ]),
    ),
  };
};
