import { nameIn, orderedSchema, type PlainSchema, type Registry } from '@openwaybill/schemas';
import { jsonText } from '../json-text.ts';
import { messagesOf } from './messages.ts';
import type { ReleaseEmitter } from './release.ts';

/** `OrderSubmission` to `*.order-submission.openwaybill.json`: files that an editor takes for that message. */
const fileMatchOf = (name: string): string =>
  `*.${name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()}.openwaybill.json`;

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** A schema with references inside of one document: editors know no `$id` that is embedded, and would fetch it. */
const local = (schema: PlainSchema): PlainSchema => {
  const { $id: _, ...own } = orderedSchema(schema);
  return JSON.parse(
    JSON.stringify(own, (key, value) =>
      key === '$ref' && typeof value === 'string' ? `#/$defs/${nameIn(value)}` : value,
    ),
  );
};

const definitions = (registry: Registry): PlainSchema =>
  Object.fromEntries(
    [...registry.schemas.values()].map(({ name, schema }) => [name, local(schema)]),
  );

/**
 * A catalog in the form of SchemaStore and the same as a setting of VS Code. Addresses are relative and lead into the
 * release, so that completion works without a network.
 */
export const editors: ReleaseEmitter = ({ registry }) => {
  const messages = messagesOf(registry);
  const { version } = registry;
  return new Map([
    [
      'catalog.json',
      jsonText({
        version: 1,
        schemas: messages.map(({ name, schema }) => ({
          name: `OpenWaybill ${name}`,
          description: String(schema.title),
          fileMatch: [fileMatchOf(name)],
          url: `editor/${name}.json`,
          versions: { [version]: `editor/${name}.json` },
        })),
      }),
    ],
    [
      'editor/vscode-settings.json',
      jsonText({
        'json.schemas': messages.map(({ name }) => ({
          fileMatch: [fileMatchOf(name)],
          url: `./editor/${name}.json`,
        })),
      }),
    ],
    [
      'editor/definitions.json',
      jsonText({ $schema: DIALECT, title: 'OpenWaybill', $defs: definitions(registry) }),
    ],
    ...messages.map(
      ({ name, schema }) =>
        [
          `editor/${name}.json`,
          jsonText({
            $schema: DIALECT,
            title: schema.title,
            $ref: `definitions.json#/$defs/${name}`,
          }),
        ] as const,
    ),
  ]);
};
