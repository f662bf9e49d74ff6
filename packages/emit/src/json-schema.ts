import { idOf, orderedSchema, type PlainSchema } from '@openwaybill/schemas';
import { receiverForm } from '@openwaybill/validate';
import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** A compound schema document: every schema under its own `$id`, references as they are (2020-12, section 9.3). */
const bundle = (
  version: string,
  file: string,
  title: string,
  schemas: readonly PlainSchema[],
): readonly [string, string] => [
  `bundle/${file}.json`,
  jsonText({
    $schema: DIALECT,
    $id: idOf(`bundle/${file}`, version),
    title,
    $defs: Object.fromEntries(schemas.map((schema) => [String(schema.$id), schema])),
  }),
];

/** The JSON Schemas in both forms, one file a schema, and one document of all for each form. */
export const schemas: Emitter = (registry) => {
  const sender = [...registry.schemas.values()].map(({ schema }) => orderedSchema(schema));
  const receiver = sender.map((schema) => orderedSchema(receiverForm(schema)));
  const names = [...registry.schemas.keys()];
  const file = (schema: PlainSchema): string =>
    jsonText(orderedSchema({ $schema: DIALECT, ...schema }));
  return new Map([
    ...sender.map((schema, at) => [`schemas/${names[at]}.json`, file(schema)] as const),
    ...receiver.map((schema, at) => [`schemas/receiver/${names[at]}.json`, file(schema)] as const),
    bundle(
      registry.version,
      'openwaybill.schema',
      'OpenWaybill, every schema in the sender form',
      sender,
    ),
    bundle(
      registry.version,
      'openwaybill.receiver.schema',
      'OpenWaybill, every schema in the receiver form',
      receiver,
    ),
  ]);
};
