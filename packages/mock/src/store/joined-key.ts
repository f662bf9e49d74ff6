/*
 * Texts of rows that are kept by the hundred thousand. They are joined from a list, since a text that is put together by
 * a template or by padding lies in memory as the tree of its pieces, at three times the size.
 */

/** A number in so many digits, so that the order of texts is that of numbers. */
export const digitsOf = (count: number, digits: number): string => {
  const text = String(count);
  return ['0'.repeat(Math.max(0, digits - text.length)), text].join('');
};

/** The key of what an owner has under a name. */
export const joinedKey = (owner: string, name: string): string => [owner, name].join('/');
