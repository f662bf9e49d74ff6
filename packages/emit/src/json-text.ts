/** JSON as it is published: two spaces, LF, one newline at the end. The order of keys is the caller's. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
