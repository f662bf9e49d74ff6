export * from './consignee-ref.ts';
export * from './fiction/index.ts';
export * from './lint/index.ts';
export * from './mask-contact.ts';
export * from './masked.ts';
export * from './masks/index.ts';
export * from './plain.ts';
export * from './redact.ts';
export { maskVectors } from './vectors/index.ts';
