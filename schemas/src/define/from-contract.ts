import type { TSchema } from '@sinclair/typebox';
import type { Contract, ContractEvent, ContractOperation } from './contract.ts';
import type {
  EventEntry,
  LifecycleEntry,
  OperationEntry,
  Registry,
  RequirementEntry,
} from './registry.ts';
import { idOf } from './schema.ts';

/** What every `$id` of a version begins with. */
const ofVersion = (version: string): string => idOf('', version).slice(0, -'.json'.length);

/** Plain data with the names of schemas of one version as those of another: `$id`s, references, examples. */
export const renamed = <T>(value: T, from: string, to: string): T =>
  JSON.parse(JSON.stringify(value).replaceAll(ofVersion(from), ofVersion(to)));

/** The same contract under another version. */
export const withVersion = (contract: Contract, version: string): Contract =>
  renamed({ ...contract, version }, contract.version, version);

/**
 * The registry of a contract, the reverse of `toContract`. A body or payload is the very schema of its name. Throws
 * where an entry names a schema or a requirement that the contract lacks.
 */
export const fromContract = (contract: Contract): Registry => {
  const schemas: Registry['schemas'] = new Map(
    Object.entries(contract.schemas).map(([name, entry]) => [
      name,
      { name, ...entry, schema: entry.schema as TSchema },
    ]),
  );
  const requirements = contract.requirements as readonly RequirementEntry[];
  const requirementOf = new Map(requirements.map((one) => [one.id as string, one]));

  const schemaOf = (about: string, name: string): TSchema => {
    const schema = schemas.get(name)?.schema;
    if (schema === undefined)
      throw new Error(
        `${about} names the schema ${name}, which the contract lacks. A contract names what it holds: restore the schema or the name.`,
      );
    return schema;
  };
  const requirementsOf = (about: string, ids: readonly string[]): readonly RequirementEntry[] =>
    ids.map((id) => {
      const requirement = requirementOf.get(id);
      if (requirement === undefined)
        throw new Error(
          `${about} names the requirement ${id}, which the contract lacks. A contract names what it holds: restore the requirement or the id.`,
        );
      return requirement;
    });

  const operationOf = ({ request, answer, query, ...entry }: ContractOperation): OperationEntry => {
    const { body, ...answered } = answer;
    return {
      noun: 'operation',
      ...entry,
      ...(query === undefined ? {} : { query: query as OperationEntry['query'] & object }),
      ...(request === undefined ? {} : { request: schemaOf(entry.name, request) }),
      answer: {
        ...answered,
        ...(body === undefined ? {} : { body: schemaOf(entry.name, body) }),
      },
      requirements: requirementsOf(entry.name, entry.requirements),
    };
  };
  const eventOf = (entry: ContractEvent): EventEntry => ({
    noun: 'event',
    ...entry,
    data: schemaOf(entry.type, entry.data),
    requirements: requirementsOf(entry.type, entry.requirements),
  });

  return {
    version: contract.version,
    modules: contract.modules.map((module) => ({ noun: 'module', ...module })),
    concerns: contract.concerns.map((concern) => ({ noun: 'concern', ...concern })),
    schemas,
    operations: contract.operations.map(operationOf),
    events: contract.events.map(eventOf),
    lifecycles: contract.lifecycles.map(
      (lifecycle) => ({ noun: 'lifecycle', ...lifecycle }) as LifecycleEntry,
    ),
    codeLists: contract.codeLists,
    requirements,
    problems: contract.problems,
  };
};
