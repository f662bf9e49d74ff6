import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { Plain } from './published.ts';

/** The types of a document as text. */
export const typesOf = async (document: Plain): Promise<string> =>
  astToString(
    // it changes what it is given
    await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
      alphabetize: true,
      defaultNonNullable: false,
      emptyObjectsUnknown: true,
      rootTypes: true,
      rootTypesNoSchemaPrefix: true,
      silent: true,
    }),
  );
