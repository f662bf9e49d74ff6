import { readdirSync, readFileSync } from 'node:fs';
import { VERSION } from '@openwaybill/schemas';
import { CONTRACT, type Plain, parameterOf, published } from './published.ts';

/** The same schema inside one document: local references, and no `$id`, which would change their base. */
const local = (text: string): unknown =>
  JSON.parse(text, (keyword, value) =>
    keyword === '$ref'
      ? String(value).replace(/^.*\/([A-Za-z0-9]+)\.json$/, '#/components/schemas/$1')
      : value,
  );

/** Every schema in the sender form as the components of a document without paths. */
export const senderDocument = (): Plain => {
  const folder = new URL('schemas/', CONTRACT);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));
  const schemas = names.map((name) => {
    const text = readFileSync(new URL(`${name}.json`, folder), 'utf8');
    const { $id: _, $schema: __, ...schema } = local(text) as Plain;
    return [name, schema] as const;
  });
  return {
    openapi: '3.1.0',
    info: { title: 'OpenWaybill, sender form', version: VERSION },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  };
};

/** Headers and refusals follow from the tables; what is left to be typed are the parameters and the schemas. */
export const receiverDocument = (): Plain => ({
  ...(published as unknown as Plain),
  webhooks: {},
  paths: Object.fromEntries(
    Object.entries(published.paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, { operationId, summary, parameters }]) => [
          method,
          {
            operationId,
            summary,
            parameters: parameters.filter((one) => parameterOf(one).in !== 'header'),
            responses: {},
          },
        ]),
      ),
    ]),
  ),
  components: {
    schemas: published.components.schemas,
    parameters: Object.fromEntries(
      Object.entries(published.components.parameters).filter(([, one]) => one.in !== 'header'),
    ),
  },
});
