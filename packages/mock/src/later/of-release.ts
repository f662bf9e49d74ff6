import {
  minorOf,
  nameIn,
  type ProblemCode,
  problemType,
  type Registry,
  type Role,
} from '@openwaybill/schemas';
import type { Later, Release, Schema } from './later.ts';

/** `1.2.0-draft` speaks 1.2. */

/** How deep a member is made up of what its schema wants: deeper than any message is. */
const MOST_LEVELS = 8;

/**
 * A value that a schema of a release takes: the first of its valid examples, or the least that it wants. None where only
 * a pattern says what it is like.
 */
const sampleOf = (release: Release, schema: Schema, level = 0): unknown => {
  if (level > MOST_LEVELS) return undefined;
  if (schema.$ref !== undefined) {
    const entry = release.schemas[nameIn(schema.$ref)];
    if (entry === undefined) return undefined;
    const [example] = Object.values(entry.examples.valid);
    return example ?? sampleOf(release, entry.schema as Schema, level + 1);
  }
  const { type, enum: codes, items, properties, examples } = schema;
  const minimum = (keyword: string): number => Number(schema[keyword] ?? 0);
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(examples) && examples.length > 0) return examples[0];
  if (codes !== undefined) return codes[0];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return minimum('minimum');
  if (type === 'string')
    return schema.pattern === undefined && schema.format === undefined
      ? 'B'.repeat(Math.max(1, minimum('minLength')))
      : undefined;
  if (type === 'array') {
    const item = items === undefined ? undefined : sampleOf(release, items, level + 1);
    if (item === undefined) return minimum('minItems') === 0 ? [] : undefined;
    return Array.from({ length: Math.max(1, minimum('minItems')) }, () => item);
  }
  if (type !== 'object') return undefined;
  const members: [string, unknown][] = [];
  for (const name of (schema.required ?? []) as readonly string[]) {
    const member = properties?.[name];
    const value = member === undefined ? undefined : sampleOf(release, member, level + 1);
    if (value === undefined) return undefined;
    members.push([name, value]);
  }
  return Object.fromEntries(members);
};

/** What a real release has beyond the standard that the program came with. */
export const laterOfRelease = (registry: Registry, release: Release): Later => {
  const known = new Set(registry.events.map(({ type }): string => type));
  const events = release.events.filter(({ type }) => !known.has(type));
  const problems = Object.entries(release.problems).filter(
    ([code]) => !Object.hasOwn(registry.problems, code),
  );
  return {
    version: minorOf(release.version),
    schemaOf: (name) => release.schemas[name]?.schema as Schema | undefined,
    membersOf: ({ properties = {} }, there) =>
      Object.fromEntries(
        Object.entries(there?.properties ?? {})
          .filter(([name]) => !Object.hasOwn(properties, name))
          .map(([name, member]) => [name, sampleOf(release, member)])
          .filter(([, value]) => value !== undefined),
      ),
    codeOf: (here, there) => there?.enum?.find((code) => here.enum?.includes(code) !== true),
    problemOf: (status) => {
      const [code, problem] = problems.find(([, one]) => one.status === status) ?? [];
      return code === undefined || problem === undefined
        ? undefined
        : { type: problemType(code as ProblemCode), code, title: problem.title.en };
    },
    // which case of an old problem a new one tells is prose, which no contract says to a machine
    replaces: () => false,
    eventOf: (role: Role) => {
      for (const { type, from, data } of events) {
        const schema = release.schemas[data]?.schema as Schema | undefined;
        if (schema === undefined || !from.includes(role)) continue;
        const sample = sampleOf(release, { $ref: String(schema.$id) });
        if (typeof sample === 'object' && sample !== null)
          return { type, dataschema: String(schema.$id), data: sample as Record<string, unknown> };
      }
      return undefined;
    },
    headers: {},
    codeLists: release.codeLists.map(({ name, version }) => ({ name, version })),
  };
};
