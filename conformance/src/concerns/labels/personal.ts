import { fromBase64, hasUnitNumber } from '@openwaybill/validate';
import type { Text } from '../../words.ts';

export type Whose = 'CONSIGNEE' | 'SENDER';

/** One thing about a person that stands where it must not, never the thing itself. */
export type Personal = { readonly whose: Whose; readonly what: Text };

const WHAT = {
  number: { en: 'a whole phone number', zh: '完整电话号码' },
  weakMask: { en: 'a phone number with less than six digits hidden', zh: '隐藏不足六位的电话号码' },
  name: { en: 'a name', zh: '姓名' },
  unit: { en: 'the number of a unit or a room', zh: '单元号或房号' },
  masked: { en: 'a masked name or number', zh: '脱敏的姓名或号码' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a label may be told from: the masked forms of a person, and the texts that are meant to stand on it. */
export type Masked = { readonly nameMasked?: string; readonly phoneMasked?: string };
export type Parties = {
  readonly consignee: Masked;
  readonly sender: Masked;
  readonly known: readonly string[];
};

const MOBILE = /(?<![0-9])(?:(?:\+|00)?86)?(1[3-9][0-9]{9})(?![0-9])/g;
/** The common mask that hides four digits and fails the rule of six. */
const WEAK_MASK = /1[3-9][0-9][*xX×]{4}([0-9]{4})/g;
const TAIL = /[0-9]{4}$/;

/** Without what is meant to be there. */
const rest = (text: string, known: readonly string[]): string =>
  known
    .filter((one) => /[^*]./.test(one))
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, one) => left.replaceAll(one, '\n'), text.normalize('NFKC'));

/** With the digits of a number side by side, however they were set apart. */
const closed = (text: string): string => text.replace(/(?<=[0-9])[ -](?=[0-9])/g, '');

const surnameOf = ({ nameMasked }: Masked): string | undefined => {
  const [first] = nameMasked ?? '';
  return first === '*' ? undefined : first;
};

/** The people whose tail this is; a number of neither is taken for the consignee's. */
const whoseNumber = (number: string, { consignee, sender }: Parties): Whose => {
  const [tail] = TAIL.exec(number) ?? [];
  const isOf = ({ phoneMasked = '' }: Masked): boolean =>
    tail !== undefined && phoneMasked.endsWith(tail);
  return isOf(sender) && !isOf(consignee) ? 'SENDER' : 'CONSIGNEE';
};

/** A name of which more than the first character stands there. */
export const hasName = (text: string, person: Masked): boolean => {
  const surname = surnameOf(person);
  return (
    surname !== undefined &&
    text
      .split(surname)
      .slice(1)
      .some((after) => /^\p{Script=Han}/u.test(after))
  );
};

/** What a text says of a person that no mask would leave. */
export const personalIn = (text: string, parties: Parties): readonly Personal[] => {
  const left = rest(text, parties.known);
  const numbers = [
    ...[...closed(left).matchAll(MOBILE)].map(([, number = '']) => [number, WHAT.number] as const),
    ...[...left.matchAll(WEAK_MASK)].map(([number]) => [number, WHAT.weakMask] as const),
  ];
  return [
    ...numbers.map(([number, what]) => ({ whose: whoseNumber(number, parties), what })),
    ...(hasName(left, parties.consignee) ? [{ whose: 'CONSIGNEE' as const, what: WHAT.name }] : []),
    ...(hasName(left, parties.sender) ? [{ whose: 'SENDER' as const, what: WHAT.name }] : []),
    ...(left.split('\n').some(hasUnitNumber)
      ? [{ whose: 'CONSIGNEE' as const, what: WHAT.unit }]
      : []),
  ];
};

/** Masked data is still personal data: outside of the printed text it has no business. */
const maskedIn = (text: string, { consignee, sender }: Parties): readonly Personal[] =>
  (
    [
      ['CONSIGNEE', consignee],
      ['SENDER', sender],
    ] as const
  ).flatMap(([whose, { nameMasked, phoneMasked }]) =>
    [nameMasked, phoneMasked].some((one) => one !== undefined && text.includes(one))
      ? [{ whose, what: WHAT.masked }]
      : [],
  );

const utf8 = new TextDecoder();
const MOST_DEEP = 3;

const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A text and what is encoded in it: percent signs, base64 of both alphabets, hexadecimal digits, to depth three. */
export const layersOf = (text: string, depth = 0): readonly string[] => {
  if (depth === MOST_DEEP) return [text];
  const plain = percentDecoded(text);
  const parts = [
    ...[...plain.matchAll(/[A-Za-z0-9+/_-]{8,}/g)].flatMap(([part]) => {
      const bytes = fromBase64(part.replaceAll('-', '+').replaceAll('_', '/'));
      return bytes === undefined ? [] : [utf8.decode(bytes)];
    }),
    ...[...plain.matchAll(/(?:[0-9a-fA-F]{2}){6,}/g)].map(([part]) => utf8.decode(fromHex(part))),
  ];
  return [...new Set([text, plain])].concat(parts.flatMap((part) => layersOf(part, depth + 1)));
};

/** What a code, a comment or a name says of a person, in any encoding. */
export const personalBeside = (text: string, parties: Parties): readonly Personal[] =>
  layersOf(text).flatMap((layer) => [...personalIn(layer, parties), ...maskedIn(layer, parties)]);
