/** Everything but the validators, which are loaded for one module when they are needed. */
export { ANNOTATIONS, stripAnnotations } from './annotations.ts';
export * from './base64.ts';
export * from './check-digits/index.ts';
export { moduleOf } from './generated/load.mjs';
export type { SchemaName, Validators } from './generated/validators.mjs';
export { fromHex, hex } from './hex.ts';
export type { Issue, Verdict } from './issue.ts';
export {
  type JsonLimits,
  type JsonRule,
  MAX_BYTES,
  MAX_DEPTH,
  type ParsedJson,
  parseJson,
} from './json/parse-json.ts';
export { type Judge, judgeBy, type ValueOf } from './judge.ts';
export type { Form } from './judge-schema.ts';
export { knownMembers } from './known-members.ts';
export {
  type JudgeLines,
  judgeLinesBy,
  type LineVerdict,
  type ParsedLine,
  parseLines,
} from './lines.ts';
export { loadJudge } from './load-judge.ts';
export { describe, type Language } from './messages/describe.ts';
export { type ExplainOptions, explain } from './messages/explain.ts';
export { nearest } from './messages/nearest.ts';
export { namesPerson } from './persons/named-person.ts';
export { hasNameBesideSignature, withoutPersons } from './persons/persons.ts';
export { stepOf, stepsOf, valueAt } from './pointer.ts';
export { codeOf, problemOf } from './problem-of.ts';
export { type JsonSchema, receiverForm, receiverIdOf } from './receiver-form.ts';
export * from './rules/digit-run.ts';
export { secondsOf } from './rules/duration.ts';
export { rules } from './rules/index.ts';
export * from './rules/looks-masked.ts';
export * from './rules/prepare.ts';
export type { Place, Rule } from './rules/rule.ts';
export * from './rules/unit-number.ts';
export { isCountry } from './tables/countries.ts';
export { minorUnitsOf } from './tables/currencies.ts';
export { isDivision } from './tables/divisions.ts';
export { uuid4 } from './uuid4.ts';
