export { isSigningKey, newSigningKey, publicPart, signStatement } from './sign-statement.ts';
export { type Issuer, refusalsOf, type Statement, statementOf } from './statement.ts';
export { CAPACITIES } from './statement-form.ts';
export {
  type Against,
  type Aspect,
  type Looked,
  type Verification,
  verifyStatement,
} from './verify-statement.ts';
