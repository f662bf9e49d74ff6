import type { Issue } from '../issue.ts';
import { stepOf } from '../pointer.ts';
import { decode } from './decode.ts';
import { scan } from './scan.ts';

/** What the bytes of a message may be at most. */
export type JsonLimits = {
  readonly maxBytes?: number;
  readonly maxDepth?: number;
};

/** The rules of section 3.1 that bytes can break, and the problem that answers each. */
export const JSON_RULES = {
  size: 'BODY_TOO_LARGE',
  utf8: 'MALFORMED_JSON',
  'byte-order-mark': 'MALFORMED_JSON',
  json: 'MALFORMED_JSON',
  depth: 'MALFORMED_JSON',
  'duplicate-key': 'MALFORMED_JSON',
  'forbidden-key': 'MALFORMED_JSON',
  'lone-surrogate': 'MALFORMED_JSON',
  nfc: 'MALFORMED_JSON',
  'unsafe-number': 'MALFORMED_JSON',
} as const;
export type JsonRule = keyof typeof JSON_RULES;

/** Whether the bytes are at fault, and no member. */
export const isJsonRule = (rule: string): rule is JsonRule => Object.hasOwn(JSON_RULES, rule);

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly code: 'MALFORMED_JSON' | 'BODY_TOO_LARGE';
      readonly issues: readonly Issue[];
    };

export const MAX_BYTES = 256 * 1024;
export const MAX_DEPTH = 32;

/** Keys that a naive merge writes into the prototype of every object. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const refuse = (rule: JsonRule, pointer = ''): ParsedJson => ({
  ok: false,
  code: JSON_RULES[rule],
  issues: [{ pointer, rule, params: {} }],
});

/** In Unicode mode a pair is one character, so only half of one is a surrogate. */
const LONE_SURROGATE = /\p{Cs}/u;

type Found = { readonly rule: JsonRule; readonly pointer: string };

const here = (rule: JsonRule): Found => ({ rule, pointer: '' });

const isNormal = (text: string): boolean => text.normalize('NFC') === text;

const inString = (text: string): Found | undefined => {
  if (LONE_SURROGATE.test(text)) return here('lone-surrogate');
  return isNormal(text) ? undefined : here('nfc');
};

/**
 * Without an escape by number, what is good of the whole text is good of every string in it: NFC is of any part. UTF-8
 * has no half of a pair, so that what came as bytes need not be looked through for one.
 */
const areAllStringsGood = (text: string, areBytes: boolean): boolean =>
  !text.includes('\\u') && (areBytes || !LONE_SURROGATE.test(text)) && isNormal(text);

/**
 * The first fault of a value that `JSON.parse` lets pass; its depth is known to be bounded. Its pointer is made on the
 * way back, because nearly every value has none.
 */
const inValue = (
  value: unknown,
  inText: (text: string) => Found | undefined,
): Found | undefined => {
  if (typeof value === 'string') return inText(value);
  if (typeof value === 'number')
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? undefined : here('unsafe-number');
  if (typeof value !== 'object' || value === null) return undefined;
  for (const name of Object.keys(value)) {
    const found = FORBIDDEN.has(name) ? here('forbidden-key') : inText(name);
    if (found !== undefined) return found;
    const below = inValue((value as Readonly<Record<string, unknown>>)[name], inText);
    if (below !== undefined) return { ...below, pointer: stepOf(name) + below.pointer };
  }
  return undefined;
};

const parse = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

/**
 * The strict decoder of section 3.1, in linear time: UTF-8 without byte order mark, strings in NFC, no key twice, no
 * lone surrogate, no key that reaches a prototype, no number beyond the safe integers, bounded size and depth.
 */
export const parseJson = (source: Uint8Array | string, limits: JsonLimits = {}): ParsedJson => {
  const decoded = decode(source, limits.maxBytes ?? MAX_BYTES);
  if (!decoded.ok) return refuse(decoded.rule);
  const shallow = scan(decoded.text, limits.maxDepth ?? MAX_DEPTH);
  if (shallow !== undefined) return refuse(shallow.rule, shallow.pointer);
  const parsed = parse(decoded.text);
  if (parsed === undefined) return refuse('json');
  const areGood = areAllStringsGood(decoded.text, typeof source !== 'string');
  const found = inValue(parsed.value, areGood ? () => undefined : inString);
  return found === undefined
    ? { ok: true, value: parsed.value }
    : refuse(found.rule, found.pointer);
};
