import { stepsOf } from '@openwaybill/validate/light';

/** 1 for the first line. */
export const lineAt = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
};

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gy;
const BLANK = /\s*/gy;

/**
 * Where the value of a JSON Pointer begins in a text that is known to be JSON; as far down as the text goes where the
 * pointer leads to nothing.
 */
export const offsetOf = (text: string, pointer: string): number => {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const skipBlank = (): void => {
    BLANK.lastIndex = at;
    at += BLANK.exec(text)?.[0].length ?? 0;
  };
  const take = (): string => {
    skipBlank();
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0] ?? '';
    at += token.length;
    return token;
  };
  const skipValue = (): void => {
    let depth = 0;
    do {
      const token = take();
      if (token === '') return;
      if (token === '{' || token === '[') depth++;
      else if (token === '}' || token === ']') depth--;
    } while (depth > 0);
  };
  skipBlank();
  let found = at;
  for (const step of stepsOf(pointer)) {
    const open = take();
    if (open !== '{' && open !== '[') return found;
    let reached = false;
    for (let index = 0; !reached; index++) {
      skipBlank();
      if (text[at] === undefined || text[at] === '}' || text[at] === ']') return found;
      let name = String(index);
      if (open === '{') {
        name = JSON.parse(take());
        take();
        skipBlank();
      }
      reached = name === step;
      if (reached) found = at;
      else {
        skipValue();
        if (take() !== ',') return found;
      }
    }
  }
  return found;
};
