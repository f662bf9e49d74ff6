import type { Registry, Text } from '@openwaybill/schemas';
import type { Io } from './io.ts';
import { readSeed } from './read-seed.ts';

/** One clause of a policy document, as the register has it. */
export type Clause = {
  readonly id: string;
  readonly document: string;
  readonly number: string;
  readonly title: Text;
  readonly summary: Text;
  readonly responsible: readonly {
    readonly task?: Text;
    readonly departments: readonly string[];
  }[];
  /** Why no module answers it. */
  readonly outOfScope?: Text;
};

export type ClauseRegister = {
  readonly documents: readonly {
    readonly id: string;
    readonly title: Text;
    readonly reference: string;
  }[];
  readonly departments: Readonly<Record<string, Text>>;
  readonly clauses: readonly Clause[];
};

/** The register of the policy's clauses. */
export const readClauses = (io: Io): Promise<ClauseRegister> => readSeed(io, 'policy/clauses.json');

/** What of the standard answers a clause. */
export type Trace = {
  /** Modules that name it. */
  readonly modules: readonly string[];
  /** Requirements of these modules, and any that name it. */
  readonly requirements: readonly string[];
  /** Those of them that a check judges; the others say why they are excluded. */
  readonly checked: readonly string[];
};

/** From a clause of the policy to the modules, requirements and checks that answer it. */
export const traceOf = ({ modules, requirements }: Registry, id: string): Trace => {
  const names = modules.filter(({ clauses }) => clauses.includes(id)).map(({ name }) => name);
  const found = requirements.filter(
    ({ clause, module }) => clause === id || names.includes(module),
  );
  return {
    modules: names,
    requirements: found.map((one) => one.id),
    checked: found.filter((one) => 'judgedBy' in one).map((one) => one.id),
  };
};
