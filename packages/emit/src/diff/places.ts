import { nameIn } from '@openwaybill/schemas';
import { type JsonSchema, stepOf, stepsOf } from '@openwaybill/validate/light';
import { type Contract, resolved } from './contract.ts';

/** One step into a value: a member by its name, or `*` for an item of a list. */
export type Steps = readonly string[];

/** Steps of the pointer of a change. */
export const stepsInto = (pointer: string): Steps => stepsOf(pointer);

const branchesOf = (node: JsonSchema): readonly JsonSchema[] =>
  Array.isArray(node.oneOf) ? (node.oneOf as readonly JsonSchema[]) : [];

/** The step into a branch of a union, which has no place of its own in a value. */
const BRANCH = '|';

/** Whether a step leads into a branch, and not further into the value. */
export const isBranch = (step: string): boolean => step.startsWith(BRANCH);

/** What may stand one step into a schema: a member, an item, a branch, or what a branch without a name has. */
const doors = (
  node: JsonSchema,
  contract: Contract,
): readonly (readonly [step: string, next: JsonSchema])[] => [
  ...Object.entries((node.properties ?? {}) as Readonly<Record<string, JsonSchema>>),
  ...(typeof node.items === 'object' ? [['*', node.items as JsonSchema] as const] : []),
  ...branchesOf(node).flatMap((branch) =>
    typeof branch.$ref === 'string'
      ? [[`${BRANCH}${nameIn(branch.$ref)}`, branch] as const]
      : doors(branch, contract),
  ),
];

/** The schema after one step; `undefined` where no such place is. */
export const stepInto = (
  node: JsonSchema,
  step: string,
  contract: Contract,
): JsonSchema | undefined => doors(node, contract).find(([one]) => one === step)?.[1];

/** The shortest way from one schema to a place where another one, by its name, stands. */
export const wayTo = (contract: Contract, from: string, to: string): Steps | undefined => {
  if (from === to) return [];
  const seen = new Set([from]);
  let level: readonly { readonly node: JsonSchema; readonly steps: Steps }[] = [
    { node: { $ref: contract.schemas[from]?.schema.$id }, steps: [] },
  ];
  while (level.length > 0) {
    const next: { node: JsonSchema; steps: Steps }[] = [];
    for (const { node, steps } of level)
      for (const [step, inside] of doors(resolved(node, contract), contract)) {
        const name = typeof inside.$ref === 'string' ? nameIn(inside.$ref) : undefined;
        if (name === to) return [...steps, step];
        if (name !== undefined && seen.has(name)) continue;
        if (name !== undefined) seen.add(name);
        next.push({ node: inside, steps: [...steps, step] });
      }
    level = next;
  }
  return undefined;
};

/** The branch of a union that has a place for a step; the node itself where it is no union. */
export const branchFor = (
  node: JsonSchema,
  step: string | undefined,
  contract: Contract,
): JsonSchema => {
  const branches = branchesOf(node).map((branch) => resolved(branch, contract));
  return (
    branches.find((branch) => step !== undefined && stepInto(branch, step, contract)) ??
    branches[0] ??
    node
  );
};

/** A pointer into a value with every name that the schema does not know, and every number of an item, taken out of it. */
export const knownPointer = (schema: string, pointer: string, contract: Contract): string => {
  let node: JsonSchema | undefined = contract.schemas[schema]?.schema;
  const steps = stepsOf(pointer).map((step) => {
    const here = node === undefined ? undefined : resolved(node, contract);
    const isItem = here?.items !== undefined;
    const next =
      here === undefined
        ? undefined
        : stepInto(branchFor(here, step, contract), isItem ? '*' : step, contract);
    node = next;
    return next === undefined || isItem ? '*' : step;
  });
  return steps.map(stepOf).join('');
};
