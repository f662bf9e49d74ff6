import type { PrivacyMask } from '@openwaybill/schemas';

/** What is left of a schema when only rules and annotations matter. Made ahead of time, from the registry. */
export type Shape = {
  /** Name of the schema that the value is an instance of. */
  readonly schema?: string;
  readonly properties?: { readonly [name: string]: Shape };
  readonly items?: Shape;
  /** A discriminated union: the name of the schema of each branch. */
  readonly branches?: {
    readonly member: string;
    readonly schemas: { readonly [code: string]: string };
  };
  /** Names of the rules that judge the value. */
  readonly rules?: readonly string[];
  readonly mask?: PrivacyMask;
  /** A code list that may grow: receivers map a code that they do not know. */
  readonly extensible?: true;
  /** Members of the plain types, which a masked type must not hold. */
  readonly forbidden?: readonly string[];
};

/** The shapes of all schemas, by name. */
export type Shapes = { readonly [name: string]: Shape };

/** A shape with what the schema that it refers to adds; a union is resolved by the value. */
export const resolve = (shape: Shape, shapes: Shapes, value: unknown): Shape => {
  const whole = shape.schema === undefined ? shape : { ...shapes[shape.schema], ...shape };
  if (whole.branches === undefined || typeof value !== 'object' || value === null) return whole;
  const code = (value as Readonly<Record<string, unknown>>)[whole.branches.member];
  const branch = typeof code === 'string' ? whole.branches.schemas[code] : undefined;
  return branch === undefined ? whole : { ...whole, ...shapes[branch] };
};

/** The shape of what the steps lead to, as far as the shapes know. */
export const shapeAt = (
  shapes: Shapes,
  name: string,
  value: unknown,
  steps: readonly string[],
): Shape | undefined => {
  let here = value;
  let shape = resolve({ schema: name }, shapes, here);
  for (const step of steps) {
    const next = shape.items ?? shape.properties?.[step];
    if (next === undefined) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[step];
    shape = resolve(next, shapes, here);
  }
  return shape;
};
