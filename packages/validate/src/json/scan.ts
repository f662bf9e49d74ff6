import { stepOf } from '../pointer.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

type Container = {
  /** The keys so far; absent for an array. */
  readonly keys?: Set<string>;
  /** The key or index of the member that is being read. */
  step: string | number;
  awaitsKey: boolean;
};

/** What `JSON.parse` cannot tell any more: how deep a text goes, and which key stands twice. */
type Fault = { readonly rule: 'depth' | 'duplicate-key'; readonly pointer: string };

/** The index behind a string that starts at a quote. */
const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === QUOTE) return at + 1;
  }
  return text.length;
};

/** A key may be escaped: `"a"` and `"\u0061"` are one key. */
const keyOf = (literal: string): string => {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
};

const pointerOf = (stack: readonly Container[]): string =>
  stack.map(({ step }) => stepOf(String(step))).join('');

/**
 * One pass over a text before it is parsed: a bomb of brackets never reaches the parser, and of two equal keys the
 * first is not lost unseen. A text that is no JSON may pass; the parser refuses it.
 */
export const scan = (text: string, maxDepth: number): Fault | undefined => {
  const stack: Container[] = [];
  for (let at = 0; at < text.length; at++) {
    const top = stack.at(-1);
    switch (text.charCodeAt(at)) {
      case OPEN_OBJECT:
      case OPEN_ARRAY: {
        if (stack.length === maxDepth) return { rule: 'depth', pointer: pointerOf(stack) };
        const isObject = text.charCodeAt(at) === OPEN_OBJECT;
        stack.push(
          isObject ? { keys: new Set(), step: '', awaitsKey: true } : { step: 0, awaitsKey: false },
        );
        break;
      }
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        stack.pop();
        break;
      case COLON:
        if (top !== undefined) top.awaitsKey = false;
        break;
      case COMMA:
        if (typeof top?.step === 'number') top.step++;
        else if (top !== undefined) top.awaitsKey = true;
        break;
      case QUOTE: {
        const end = endOfString(text, at);
        if (top?.keys !== undefined && top.awaitsKey) {
          const key = keyOf(text.slice(at, end));
          if (top.keys.has(key))
            return { rule: 'duplicate-key', pointer: pointerOf(stack.slice(0, -1)) };
          top.keys.add(key);
          top.step = key;
        }
        at = end - 1;
        break;
      }
    }
  }
  return undefined;
};
