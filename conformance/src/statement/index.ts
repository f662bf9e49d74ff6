export { type DetachedSignature, signDetached, verifyDetached } from './detached.ts';
export type { Looked } from './looked.ts';
export { newSigningKey, signStatement } from './sign-statement.ts';
export { type Issuer, refusalsOf, type Statement, statementOf } from './statement.ts';
export { CAPACITIES, ISSUER_ID } from './statement-form.ts';
export { isSigningKey, isStatementKey, publicPart } from './statement-key.ts';
export {
  type Against,
  statementIn,
  type TrustedKey,
  type Verification,
  verifyStatement,
} from './verify-statement.ts';
