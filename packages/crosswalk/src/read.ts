type Members = Readonly<Record<string, unknown>>;

/** The object that a value is, if it is one: documents of others promise nothing. */
export const objectOf = (value: unknown): Members | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Members)
    : undefined;

/** A member of a value that may be no object. */
export const memberOf = (value: unknown, name: string): unknown => {
  const object = objectOf(value);
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
};

/** A member as text: a number as its digits, anything else and the empty text as nothing. */
export const textOf = (value: unknown, name: string): string | undefined => {
  const member = memberOf(value, name);
  if (typeof member === 'number') return String(member);
  // The wire has strings in NFC only.
  return typeof member === 'string' && member.trim() !== ''
    ? member.trim().normalize('NFC')
    : undefined;
};

/** A member as a list; nothing if it is none. */
export const listOf = (value: unknown, name: string): readonly unknown[] | undefined => {
  const member = memberOf(value, name);
  return Array.isArray(member) ? member : undefined;
};
