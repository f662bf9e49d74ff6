export { type JsonSchema, receiverForm, receiverIdOf } from './receiver-form.ts';
export * from './rules/digit-run.ts';
export * from './rules/looks-masked.ts';
export * from './rules/prepare.ts';
export * from './rules/unit-number.ts';
