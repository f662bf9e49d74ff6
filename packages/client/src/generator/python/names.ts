/** Words that are no name in Python 3 (keywords, and the soft ones that confuse a reader). */
const TAKEN: ReadonlySet<string> = new Set(
  `False None True and as assert async await break case class continue def del elif else except finally for from
   global if import in is lambda match nonlocal not or pass raise return self try type while with yield`
    .split(/\s+/)
    .concat('additional'),
);

/** `waybillNo` as `waybill_no`, and `from` as `from_`. */
export const snakeCase = (name: string): string => {
  const snake = name.replace(/[A-Z]/g, (letter, at: number) =>
    at === 0 ? letter.toLowerCase() : `_${letter.toLowerCase()}`,
  );
  return TAKEN.has(snake) ? `${snake}_` : snake;
};

/** The constant of a code: `service-point` as `SERVICE_POINT`. */
export const constantName = (code: string): string => {
  const upper = code.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
  return /^[0-9]/.test(upper) ? `CODE_${upper}` : upper;
};

/** A text as a literal of Python, which writes it as JSON does. */
export const literal = (text: string): string => JSON.stringify(text);
