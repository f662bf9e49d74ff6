import type { PlainSchema, Registry } from '@openwaybill/schemas';
import { componentJudge } from '@openwaybill/validate/contract';

/** The one schema of which 3.0 cannot say all: the names of members have no bound there. */
const UNSAID = new Set(['Extensions']);

/** The same value with one thing wrong, each in its turn: a member less, one of another type, one more. */
function* spoilt(value: unknown): Generator<unknown, void, undefined> {
  yield 17.5;
  if (typeof value === 'string') yield `${value}\u0000`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [name, member] of Object.entries(value)) {
    const { [name]: _, ...rest } = value as Record<string, unknown>;
    yield rest;
    yield { ...rest, [name]: typeof member === 'string' ? 1 : 'A' };
  }
  yield { ...value, somethingElse: true };
}

type OpenApi = PlainSchema & {
  readonly components?: { readonly schemas?: Readonly<Record<string, PlainSchema>> };
};

/** How the two documents of a release judge the same values. */
export type TwinGate = {
  /** Names of the components that both documents have. */
  readonly components: readonly string[];
  /** Of some values and of their spoilt forms: how many were judged, and those that the two differ on. */
  readonly judge: (
    name: string,
    values: readonly unknown[],
  ) => { readonly valueCount: number; readonly differences: readonly unknown[] };
};

/** The gate between the document in 3.1 and its twin in 3.0. */
export const twinGate = (document: OpenApi, twin: OpenApi): TwinGate => {
  const [inDocument, inTwin] = [document, twin].map(({ components }) =>
    componentJudge(components?.schemas ?? {}),
  ) as [ReturnType<typeof componentJudge>, ReturnType<typeof componentJudge>];
  return {
    components: Object.keys(document.components?.schemas ?? {}).filter((name) => !UNSAID.has(name)),
    judge: (name, values) => {
      const [ofDocument, ofTwin] = [inDocument(name), inTwin(name)];
      const all = values.flatMap((value) => [value, ...spoilt(value)]);
      // a component that one of them lacks differs in everything
      return {
        valueCount: all.length,
        differences: all.filter((value) => ofDocument?.(value) !== ofTwin?.(value)),
      };
    },
  };
};

/** Examples of a schema, right and wrong. */
const examplesOf = (registry: Registry, name: string): readonly unknown[] => {
  const { valid, invalid } = registry.schemas.get(name)?.examples ?? { valid: {}, invalid: {} };
  return [...Object.values(valid), ...Object.values(invalid).map(({ value }) => value)];
};

export type TwinCount = {
  readonly schemaCount: number;
  readonly valueCount: number;
  /** Names of the schemas that the two judge differently. */
  readonly differing: readonly string[];
};

/** Every component judged by both documents, by all examples. The tests judge instances that nobody wrote beside them. */
export const countTwins = (registry: Registry, document: OpenApi, twin: OpenApi): TwinCount => {
  const gate = twinGate(document, twin);
  const judged = gate.components.map((name) => ({
    name,
    ...gate.judge(name, examplesOf(registry, name)),
  }));
  return {
    schemaCount: judged.length,
    valueCount: judged.reduce((sum, { valueCount }) => sum + valueCount, 0),
    differing: judged.filter(({ differences }) => differences.length > 0).map(({ name }) => name),
  };
};
