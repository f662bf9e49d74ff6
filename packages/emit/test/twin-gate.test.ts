import { type PlainSchema, registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { OPENAPI_30, OPENAPI_31 } from '../src/openapi/dialect.ts';
import { countTwins } from '../src/openapi/twin-gate.ts';
import { wholeDocument } from '../src/openapi-documents.ts';
import { small } from './_small.ts';

test('the twin takes and refuses what the document does, of every example', () => {
  const [document, twin] = [OPENAPI_31, OPENAPI_30].map((one) => wholeDocument(registry, one));
  const { schemaCount, valueCount, differing } = countTwins(registry, document ?? {}, twin ?? {});
  expect(schemaCount).toBeGreaterThan(400);
  expect(valueCount).toBeGreaterThan(10_000);
  expect(differing).toEqual([]);
});

type Components = { readonly schemas: Readonly<Record<string, PlainSchema>> };

test.each<[string, (schemas: Components['schemas']) => Components['schemas']]>([
  [
    'a bound that the twin lacks',
    (schemas) => ({
      ...schemas,
      WaybillCancellation: { ...schemas.WaybillCancellation, required: [] },
    }),
  ],
  ['a component that the twin lacks', ({ WaybillCancellation: _, ...rest }) => rest],
])('the gate finds %s', (_title, change) => {
  const registry = small();
  const document = wholeDocument(registry, OPENAPI_31);
  const twin = wholeDocument(registry, OPENAPI_30) as PlainSchema & {
    readonly components: Components;
  };
  const components = { ...twin.components, schemas: change(twin.components.schemas) };
  expect(countTwins(registry, document, { ...twin, components }).differing).toContain(
    'WaybillCancellation',
  );
});
