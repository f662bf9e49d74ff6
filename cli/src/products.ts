/** What `generate` can write; a test compares it with the emitters. */
export const PRODUCTS = [
  'schemas',
  'openapi',
  'asyncapi',
  'code-lists',
  'requirements',
  'problems',
  'rules',
  'lifecycles',
  'contract',
  'policy',
  'vectors',
  'all',
  'document',
] as const;
export type Product = (typeof PRODUCTS)[number];

/** What `generate` can write beside products of the registry alone. */
export const OTHER_PRODUCTS = ['portal', 'client'] as const;

/** What `list` can list. */
export const LISTS = [
  'modules',
  'messages',
  'operations',
  'events',
  'requirements',
  'problems',
  'code-lists',
  'lifecycles',
  'clauses',
] as const;
export type ListName = (typeof LISTS)[number];

/** The shells that there is a completion script for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
