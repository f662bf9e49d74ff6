const HIDDEN = /\p{Cf}|\p{Cc}|\p{Cs}|[\u{fe00}-\u{fe0f}]|[\u{e0100}-\u{e01ef}]/gu;
const bare = (text: string): string => text.replace(HIDDEN, '').normalize('NFC').trim();

/** Whether somebody masked a value before: a star, a circle, a face, or a name of crosses. */
export const looksMasked = (value: string): boolean => {
  const text = bare(value);
  return (
    /[*∗✱٭﹡＊●○◯⬤█▇■□×✕✖]|\^_\^|^•|••/u.test(text) ||
    /^\p{Script=Han}{1,2}[XxＸｘ]+$/u.test(text) ||
    /[0-9][xXｘＸ]{2,}[0-9]/.test(text)
  );
};

const NUMERALS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖'].map((one, index) => [one, String(index % 10)]),
);
/** Whether a text holds a run of seven digits, in whatever figures they are written. */
export const hasDigitRun = (value: string): boolean => {
  const digits = [...bare(value).normalize('NFKC')]
    .map((one) => NUMERALS[one] ?? (one === '幺' ? '1' : one === '两' ? '2' : one))
    .join('');
  return /[0-9](?:[ .\-–—_()]*[0-9]){6}/.test(digits);
};

/** `cn-name-1`: the first character and two stars, however long the name is. */
export const nameMask = (value: string): string => {
  const name = bare(value);
  const [first = ''] = name;
  return !looksMasked(value) && /^\p{L}/u.test(name) && (name.match(/\p{L}/gu) ?? []).length > 1
    ? `${first}**`
    : '***';
};

/** `phone-1` of a number in E.164 form. */
export const phoneMask = (value: string, extension?: string): string => {
  const tail = extension === undefined ? '' : '-***';
  if (/^\+861[0-9]{10}$/.test(value)) return `*******${value.slice(-4)}${tail}`;
  if (/^\+86/.test(value)) {
    const [, area, number = ''] = /^\+860?(10|2[0-9]|[3-9][0-9]{2})([0-9]{7,8})$/.exec(value) ?? [];
    return area === undefined ? '***' : `0${area}-******${number.slice(6)}${tail}`;
  }
  const digits = value.slice(1);
  if (!/^\+[0-9]{7,15}$/.test(value)) return '***';
  const shown = digits.length === 7 ? 1 : 2;
  return `+${'*'.repeat(digits.length - shown)}${digits.slice(-shown)}${tail}`;
};
