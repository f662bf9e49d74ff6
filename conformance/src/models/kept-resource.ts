import {
  camelCase,
  type LifecycleEntry,
  nameIn,
  nameOf,
  type OperationEntry,
  registry,
} from '@openwaybill/schemas';
import { knownOperation } from '../drive/operations.ts';

/** Where the wire shows the state of a resource that has a lifecycle. */
export type KeptResource = {
  readonly lifecycle: LifecycleEntry;
  /** The read that shows one of them. */
  readonly read: OperationEntry;
  /** The name of its schema. */
  readonly schema: string;
  /** The member that holds the state. */
  readonly member: string;
  /** The member, and parameter of the path, that names it. */
  readonly id: string;
};

type Properties = Readonly<Record<string, { readonly $ref?: string }>>;

/** The code list that holds a lifecycle's states and nothing else, or the first that holds them all. */
const listOf = ({ states }: LifecycleEntry): string | undefined => {
  const wanted = Object.keys(states);
  const fitting = registry.codeLists.filter(({ codes }) => wanted.every((state) => state in codes));
  return (fitting.find(({ codes }) => Object.keys(codes).length === wanted.length) ?? fitting[0])
    ?.name;
};

const keptOf = (lifecycle: LifecycleEntry): readonly KeptResource[] => {
  const list = listOf(lifecycle);
  if (list === undefined) return [];
  return registry.operations.flatMap((read): readonly KeptResource[] => {
    const { body } = read.answer;
    const id = read.pathParameters.at(-1);
    if (read.method !== 'GET' || body?.$id === undefined || id === undefined) return [];
    const properties = body.properties as Properties | undefined;
    const member = ['status', 'state'].find(
      (name) => nameIn(properties?.[name]?.$ref ?? '') === list,
    );
    return member !== undefined && read.path.endsWith(`{${id}}`)
      ? [{ lifecycle, read, schema: nameOf(body), member, id }]
      : [];
  });
};

/** Every resource whose state the wire shows; one lifecycle may have two, one after the other. */
export const keptResources: readonly KeptResource[] = registry.lifecycles.flatMap(keptOf);

const commands = new Map(
  registry.lifecycles.map((lifecycle): [LifecycleEntry, readonly OperationEntry[]] => [
    lifecycle,
    [
      ...new Set(
        lifecycle.transitions.flatMap(({ kind, on }) =>
          kind === 'command' ? [camelCase(on)] : [],
        ),
      ),
    ].flatMap((operationId) => knownOperation(operationId) ?? []),
  ]),
);

/** The operations that a lifecycle names as commands, each once. */
export const commandsOf = (lifecycle: LifecycleEntry): readonly OperationEntry[] =>
  commands.get(lifecycle) ?? [];
