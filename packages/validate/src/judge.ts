import type * as standard from '@openwaybill/schemas';
import type { SchemaName, Validators } from './generated/validators.mjs';
import type { Issue, Verdict } from './issue.ts';
import { judgeRules } from './judge-rules.ts';
import { type Form, judgeSchema } from './judge-schema.ts';

type Standard = typeof standard;

/** The type of the values of a schema, by its name. */
export type ValueOf<N extends string> = N extends keyof Standard
  ? Standard[N] extends { readonly static: unknown; params: unknown[] }
    ? (Standard[N] & { params: [] })['static']
    : unknown
  : unknown;

/**
 * Judges one value by the schema of that name, then by the rules that a schema cannot say. Throws when there is no
 * schema of that name.
 */
export type Judge = <const N extends SchemaName | (string & {})>(
  name: N,
  value: unknown,
  form?: Form,
) => Verdict<ValueOf<N>>;

/** A judge with these validators, which may be those of one module alone. */
export const judgeBy = (validators: Validators): Judge =>
  judgeWith((name, value, form) => judgeSchema(validators, name, value, form));

/** A judge by whatever finds the faults of schemas; the rules that no schema can say are those of the program. */
export const judgeWith =
  (schemaIssues: (name: string, value: unknown, form: Form) => readonly Issue[]): Judge =>
  <const N extends string>(name: N, value: unknown, form: Form = 'sender') => {
    const bySchema = schemaIssues(name, value, form);
    const byRules = judgeRules(
      name,
      value,
      bySchema.map(({ pointer }) => pointer),
    );
    const warnings: Issue[] = [];
    const found: Issue[] = [];
    const displaced = new Set<string>();
    for (const { issue, rule } of byRules) {
      (rule.severity === 'warning' ? warnings : found).push(issue);
      if (rule.displaces) displaced.add(issue.pointer);
    }
    const issues = [...bySchema.filter(({ pointer }) => !displaced.has(pointer)), ...found];
    return issues.length === 0
      ? { ok: true, value: value as ValueOf<N>, warnings }
      : { ok: false, issues, warnings };
  };
