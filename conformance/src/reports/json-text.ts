/** A document as its file. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
