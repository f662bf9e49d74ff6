/** Anchors of the document: one function a kind of thing, the same in both languages. */
export const anchorOf = {
  module: (name: string): string => `module-${name}`,
  schema: (name: string): string => `schema-${name}`,
  operation: (name: string): string => `operation-${name}`,
  event: (type: string): string =>
    `event-${type.replace('org.openwaybill.', '').replaceAll('.', '-')}`,
  requirement: (id: string): string => `requirement-${id}`,
  lifecycle: (entity: string): string => `lifecycle-${entity}`,
  problem: (name: string): string => `problem-${name}`,
  term: (name: string): string => `term-${name}`,
} as const;
