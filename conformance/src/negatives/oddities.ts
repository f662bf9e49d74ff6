const DEPTH = 40;
const UNSAFE = '9007199254740993';

const encoder = new TextEncoder();

/** Bytes that no parser of the standard takes, made from the text of an object that is right. */
export const oddities = (
  right: string,
): Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> => {
  const inside = right.slice(0, -1);
  const [[name, value] = ['note', '']] = Object.entries(JSON.parse(right)).slice(-1);
  return {
    'duplicate-key': `${inside},${JSON.stringify(name)}:${JSON.stringify(value)}}`,
    'lone-surrogate': `${inside},"note":"\\ud800"}`,
    prototype: `${inside},"__proto__":{"admin":true}}`,
    'too-deep': `${inside},"note":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`,
    'unsafe-number': `${inside},"note":${UNSAFE}}`,
    truncated: right.slice(0, -2),
    'byte-order-mark': `\ufeff${right}`,
    'not-utf8': Uint8Array.from([...encoder.encode(inside), 0x2c, 0x22, 0xff, 0x22, 0x7d]),
  };
};
