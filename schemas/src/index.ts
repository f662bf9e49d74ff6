export * from './define/index.ts';
export { problems } from './problems.ts';
export { registry } from './registry.ts';
export * from './tracking/index.ts';
export * from './vocabulary/index.ts';
export { ProblemCode } from './vocabulary/problem-code-codes.ts';
export * from './waybill/index.ts';
