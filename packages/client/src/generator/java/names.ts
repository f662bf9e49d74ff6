import type { ValueFacts } from '../material.ts';

/** `waybillNo` as `WaybillNo`. */
export const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Words that Java keeps, and names that a method of a generated class has for itself. */
const TAKEN: ReadonlySet<string> = new Set(
  `abstract assert boolean break byte case catch char class const continue default do double else enum extends final
   finally float for goto if implements import instanceof int interface long native new package private protected
   public return short static strictfp super switch synchronized this throw throws transient try void volatile while
   true false null body query key ifMatch`.split(/\s+/),
);

/** The name of an argument or a setter; `default` as `default_`. */
export const argument = (name: string): string => (TAKEN.has(name) ? `${name}_` : name);

/** The getter of a member: `getWaybillNo`, and of a flag `isComplete`, `isInsured` or `hasLoading`. */
export const getter = (name: string, value: ValueFacts): string => {
  if (value.is !== 'FLAG') return `get${capital(name)}`;
  return /^(is|has)[A-Z]/.test(name) ? name : `is${capital(name)}`;
};

/** The constant of a code or an event: `service-point` as `SERVICE_POINT`, `3PL` as `CODE_3PL`. */
export const constantName = (code: string): string => {
  const upper = code.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
  return /^[0-9]/.test(upper) ? `CODE_${upper}` : upper;
};

/** A text as a literal of Java, which writes it as JSON does. */
export const literal = (text: string): string => JSON.stringify(text);
