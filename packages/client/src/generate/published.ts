import { readFileSync } from 'node:fs';
import type { Worded } from './words.ts';

/** The working contract, which is committed: the client never sees the registry. */
export const CONTRACT = new URL('../../../../schemas/published/next/', import.meta.url);

export type Plain = { readonly [name: string]: unknown };

export const readJson = <T = Plain>(file: URL): T => JSON.parse(readFileSync(file, 'utf8'));

export type Parameter = Worded & {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema?: Worded & { readonly $ref?: string; readonly type?: string };
};
export type Content = {
  readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
};
export type Operation = Worded & {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly unknown[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
  readonly 'x-module': string;
  readonly 'x-called-by': readonly string[];
  readonly 'x-received-by'?: readonly string[];
  readonly 'x-data-schema'?: string;
  readonly 'x-problem-codes': readonly string[];
};
export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
export type Document = {
  readonly info: { readonly version: string };
  readonly paths: Paths;
  readonly webhooks: Paths;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly schemas: Readonly<
      Record<string, Worded & { readonly type?: string; readonly properties?: Plain }>
    >;
  };
};
/** The published document of every role, in the receiver form. */
export const published = readJson<Document>(new URL('openapi-3.1.json', CONTRACT));

export const nameOf = (reference = ''): string => reference.slice(reference.lastIndexOf('/') + 1);
export const parameterOf = (parameter: Parameter): Parameter =>
  parameter.$ref === undefined
    ? parameter
    : (published.components.parameters[nameOf(parameter.$ref)] ?? {});
