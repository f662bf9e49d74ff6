import type { PrivacyKind } from '@openwaybill/schemas';
import { privacyOf } from '../schema-walk.ts';
import type { Member } from './members.ts';

/** Kinds that a text without a pattern cannot be: anybody may write anything into it. */
const NEVER_FREE: readonly PrivacyKind[] = ['none', 'code', 'money', 'measure', 'instant', 'flag'];

/** No identifier of the standard is longer: what is, is prose. */
const LONGEST_IDENTIFIER = 64;

/** What is wrong with a string: without a bound, or free text under a kind that says it is not. */
export const faultsOfText = ({ name, schema, isLeaf }: Member): readonly string[] => {
  if (!isLeaf || schema.type !== 'string' || 'enum' in schema || 'const' in schema) return [];
  const kind = privacyOf(schema)?.kind;
  const isFree =
    schema.pattern === undefined &&
    schema.format === undefined &&
    !(typeof schema.maxLength === 'number' && schema.maxLength <= LONGEST_IDENTIFIER);
  return [
    ...(typeof schema.maxLength === 'number'
      ? []
      : [`${name} has no maxLength; every string is bounded. Add it.`]),
    ...(isFree && kind !== undefined && NEVER_FREE.includes(kind)
      ? [
          `${name} is free text of kind ${kind}; free text may hold anything. Give it a pattern, or its kind.`,
        ]
      : []),
  ];
};
