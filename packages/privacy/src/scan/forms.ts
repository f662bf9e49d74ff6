import type { Canary } from './canary.ts';

/** What of a person a finding is about. */
export type ValueKind = 'name' | 'phone' | 'road' | 'building' | 'unit' | 'id' | 'note' | 'title';

/** One way in which people write a value. */
export type Form = {
  readonly kind: ValueKind;
  readonly name: string;
  readonly text: string;
  /** A part of a number: it counts only where no digit stands beside it, or it would be found in any long number. */
  readonly isPart?: true;
  /** Shared by numbers that differ only behind it, so that only its own end tells whose it is. */
  readonly isShared?: true;
  /** Whether a digest of this form would be mistaken for a token. */
  readonly isWhole?: true;
};

const NUMERALS = '零一二三四五六七八九';

const mapped = (digits: string, to: (digit: number) => string): string =>
  [...digits].map((digit) => to(Number(digit))).join('');

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const reversed = (text: string): string => [...text].reverse().join('');

const CHINA = /^\+86/u;

const phoneForms = (mobile: string): readonly Form[] => {
  const number = mobile.replace(CHINA, '');
  const groups = [number.slice(0, 3), number.slice(3, 7), number.slice(7)];
  const form = (name: string, text: string, more: Partial<Form> = {}): Form => ({
    kind: 'phone',
    name,
    text,
    ...more,
  });
  return [
    form('plain', number, { isWhole: true }),
    form('+86', `+86${number}`, { isWhole: true }),
    form('86', `86${number}`, { isWhole: true }),
    form('0086', `0086${number}`, { isWhole: true }),
    form('spaced', groups.join(' ')),
    form('dashed', groups.join('-')),
    form('full width', fullWidth(number)),
    form(
      'Chinese numerals',
      mapped(number, (digit) => NUMERALS.charAt(digit)),
    ),
    form(
      'Chinese numerals with 〇',
      mapped(number, (digit) => `〇${NUMERALS.slice(1)}`.charAt(digit)),
    ),
    form('reversed', reversed(number)),
    form('first eight', number.slice(0, 8), { isPart: true, isShared: true }),
    form('last eight', number.slice(-8), { isPart: true }),
  ];
};

const HEAD_OF_ID = 6;
const TAIL_OF_ID = 4;
const MASK = '[*＊●○×xX]';

/** What an identity number looks like where its head and its tail are shown: as telling as most of it. */
export const idEnds = (idNumber: string): RegExp =>
  new RegExp(`${idNumber.slice(0, HEAD_OF_ID)}${MASK}{2,12}${idNumber.slice(-TAIL_OF_ID)}`, 'gu');

const idForms = (idNumber: string): readonly Form[] => [
  { kind: 'id', name: 'plain', text: idNumber, isWhole: true },
  { kind: 'id', name: 'full width', text: fullWidth(idNumber) },
  { kind: 'id', name: 'reversed', text: reversed(idNumber) },
  { kind: 'id', name: 'without the last four', text: idNumber.slice(0, -TAIL_OF_ID), isPart: true },
];

/** The part of a level that is its own, and not a word that every address has. */
const ownPart = (level: string): string => level.slice(0, 2);

/** Every way in which the values of a person are written before they are encoded; what is not known has none. */
export const formsOf = (canary: Canary): readonly Form[] =>
  allForms(canary).filter(({ text }) => text !== '');

const allForms = (canary: Canary): readonly Form[] => [
  ...(canary.mobile === '' ? [] : phoneForms(canary.mobile)),
  { kind: 'name', name: 'plain', text: canary.name, isWhole: true },
  { kind: 'name', name: 'given name', text: canary.name.slice(1) },
  { kind: 'name', name: 'reversed', text: reversed(canary.name) },
  { kind: 'road', name: 'plain', text: ownPart(canary.road) },
  { kind: 'building', name: 'plain', text: ownPart(canary.building) },
  { kind: 'unit', name: 'plain', text: ownPart(canary.unitRoom) },
  ...idForms(canary.idNumber),
  { kind: 'note', name: 'plain', text: canary.note },
  { kind: 'title', name: 'plain', text: canary.title },
];
