/** The bytes of a body are not what the standard allows. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const DEPTH = 32;
const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|(true|false|null))/uy;

/** JSON read by hand: what is ambiguous, too deep or not in NFC is refused before anything looks at it. */
export const readJson = (bytes: Uint8Array): unknown => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Malformed();
  }
  let at = 0;
  const next = (): RegExpExecArray => {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) throw new Malformed();
    at = TOKEN.lastIndex;
    return found;
  };
  const textOf = (raw: string): string => {
    const value = JSON.parse(raw) as string;
    if (/\p{Surrogate}/u.test(value) || value.normalize('NFC') !== value) throw new Malformed();
    return value;
  };
  const read = (token: RegExpExecArray, depth: number): unknown => {
    const [, mark, quoted, digits, word] = token;
    if (quoted !== undefined) return textOf(quoted);
    if (word !== undefined) return word === 'null' ? null : word === 'true';
    if (digits !== undefined) {
      const value = Number(digits);
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new Malformed();
      return value;
    }
    if ((mark !== '{' && mark !== '[') || depth >= DEPTH) throw new Malformed();
    const isList = mark === '[';
    const list: unknown[] = [];
    const members = new Map<string, unknown>();
    for (let token = next(), isFirst = true; ; token = next(), isFirst = false) {
      if (isFirst && token[1] === (isList ? ']' : '}')) break;
      if (isList) list.push(read(token, depth + 1));
      else {
        if (token[2] === undefined) throw new Malformed();
        const name = textOf(token[2]);
        if (FORBIDDEN.has(name) || members.has(name) || next()[1] !== ':') throw new Malformed();
        members.set(name, read(next(), depth + 1));
      }
      const [, end] = next();
      if (end === (isList ? ']' : '}')) break;
      if (end !== ',') throw new Malformed();
    }
    return isList ? list : Object.fromEntries(members);
  };
  const value = read(next(), 0);
  if (/[^ \t\n\r]/.test(text.slice(at))) throw new Malformed();
  return value;
};
