import { type OperationEntry, registry, wordNameOf } from '@openwaybill/schemas';
import { arbitraryOf } from '@openwaybill/validate/arbitrary';
import fc from 'fast-check';

/** A value of the form of a path parameter: an example of its word, or the first that its generator makes. */
const exampleOf = (parameter: string): string => {
  const word = wordNameOf(registry.schemas, parameter) ?? '';
  const [first] = Object.values(registry.schemas.get(word)?.examples.valid ?? {});
  return String(first ?? fc.sample(arbitraryOf(word), { numRuns: 1, seed: 1 })[0]);
};

/** The path of an operation, of a resource that need not be there. */
export const pathOf = ({ path }: OperationEntry): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(exampleOf(name)));
