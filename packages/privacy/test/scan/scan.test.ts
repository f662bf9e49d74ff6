import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { corpusOf, needlesOf, scannerOf } from '../../src/scan/index.ts';
import { digests } from './digests.ts';
import { seeded } from './seeded.ts';

const corpus = corpusOf(seeded(1));
const person = corpus.canary(3);
const scan = scannerOf([3, 4, 5].flatMap((number) => needlesOf(corpus.canary(number), digests)));
const labels = (given: string | Uint8Array): readonly string[] =>
  scan(given).map(({ wanted, wrappings }) =>
    [wanted.canary, wanted.kind, wanted.label, ...wrappings].join(' | '),
  );

const number = person.mobile.slice(3);
const [head, middle, tail] = [number.slice(0, 3), number.slice(3, 7), number.slice(7)];
const wide = (text: string): string =>
  [...text].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('');
const chinese = (text: string, zero: string): string =>
  [...text].map((one) => `${zero}一二三四五六七八九`.charAt(Number(one))).join('');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
const entities = (text: string): string =>
  [...text].map((one) => `&#${one.codePointAt(0)};`).join('');
const percent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const FORMS: readonly (readonly [title: string, text: string, kind: string])[] = [
  ['a mobile', number, 'phone'],
  ['a mobile with +86', `+86${number}`, 'phone'],
  ['a mobile with 86', `86${number}`, 'phone'],
  ['a mobile with 0086', `0086${number}`, 'phone'],
  ['a mobile with spaces', `${head} ${middle} ${tail}`, 'phone'],
  ['a mobile with dashes', `${head}-${middle}-${tail}`, 'phone'],
  ['a mobile in full width', wide(number), 'phone'],
  ['a mobile in Chinese numerals', chinese(number, '零'), 'phone'],
  ['a mobile in Chinese numerals with 〇', chinese(number, '〇'), 'phone'],
  ['a mobile backwards', [...number].reverse().join(''), 'phone'],
  ['the last eight digits', number.slice(-8), 'phone'],
  ['a name', person.name, 'name'],
  ['a given name', person.name.slice(1), 'name'],
  ['a name backwards', [...person.name].reverse().join(''), 'name'],
  ['a road', person.road, 'road'],
  ['a building', person.building, 'building'],
  ['a unit', person.unitRoom, 'unit'],
  ['an identity number', person.idNumber, 'id'],
  ['an identity number in full width', wide(person.idNumber), 'id'],
  ['an identity number backwards', [...person.idNumber].reverse().join(''), 'id'],
  ['an identity number without its end', person.idNumber.slice(0, -4), 'id'],
  ['a note', person.note, 'note'],
  ['the title of an item', person.title, 'title'],
];

const ENCODINGS: readonly (readonly [title: string, of: (text: string) => string])[] = [
  ['plain', (text) => text],
  ['percent-encoded', percent],
  [
    'percent-encoded in upper case',
    (text) => percent(text).replace(/%../g, (one) => one.toUpperCase()),
  ],
  ['as JSON escapes', escaped],
  [
    'as JSON escapes in upper case',
    (text) => escaped(text).replace(/u(....)/g, (_, one) => `u${one.toUpperCase()}`),
  ],
  ['as HTML entities', entities],
  ['in hexadecimal', (text) => Buffer.from(text).toString('hex')],
  ['in base64 at 0', (text) => base64(`${text}|`)],
  ['in base64 at 1', (text) => base64(`a${text}|`)],
  ['in base64 at 2', (text) => base64(`ab${text}|`)],
  ['in base64url at 0', (text) => base64url(`${text}|`)],
  ['in base64url at 1', (text) => base64url(`a${text}|`)],
  ['in base64url at 2', (text) => base64url(`ab${text}|`)],
];

describe.each(ENCODINGS)('%s', (_title, of) => {
  test.each(FORMS)('%s is found', (_form, text, kind) => {
    const [first] = scan(`{"a":"${of(text)}"}`);
    expect(first).toMatchObject({ wanted: { canary: 'canary-3', kind } });
    expect(first?.offset).toBeLessThanOrEqual(9);
  });
});

describe.each(digests.map(({ name }) => name))('a token that is %s', (algorithm) => {
  test.each([
    ['of a mobile', number, 'phone'],
    ['of a mobile with +86', `+86${number}`, 'phone'],
    ['of a name', person.name, 'name'],
    ['of an identity number', person.idNumber, 'id'],
  ])('%s is found', (_of, text, kind) => {
    const digest = createHash(algorithm).update(text).digest();
    for (const token of [
      digest.toString('hex'),
      digest.toString('hex').toUpperCase(),
      digest.toString('base64'),
      digest.toString('base64url'),
    ])
      expect(scan(`{"token":"${token}"}`)[0]?.wanted).toMatchObject({ canary: 'canary-3', kind });
  });
});

describe('what is wrapped', () => {
  const inner = JSON.stringify({ phone: `${head}-${middle}-${tail}` });
  const jwt = `${base64url('{"alg":"EdDSA","typ":"JWT"}')}.${base64url(`{"sub":"x","p":${inner}}`)}.c2lnbmF0dXJl`;
  test.each([
    ['gzip', gzipSync(inner), ['gzip']],
    ['gzip in base64', gzipSync(inner).toString('base64'), ['base64', 'gzip']],
    ['a JWT', `Bearer ${jwt}`, ['jwt']],
    ['a JWT in gzip in base64', gzipSync(jwt).toString('base64'), ['base64', 'gzip', 'jwt']],
    ['base64 of base64', base64(base64(`padding here: ${inner}`)), ['base64', 'base64']],
  ])('%s is opened', (_title, given, want) => {
    expect(scan(given).map(({ wanted, wrappings }) => [wanted.label, wrappings])).toContainEqual([
      'dashed',
      want,
    ]);
  });

  test('a fifth wrapping is left shut', () => {
    const five = [1, 2, 3, 4, 5].reduce((text) => base64(`padding here: ${text}`), inner);
    expect(labels(five)).toEqual([]);
  });

  test('broken gzip is read as far as it goes, and never throws', () => {
    const bytes = gzipSync(`${inner}${'x'.repeat(10_000)}`);
    expect(() => scan(bytes.subarray(0, bytes.length - 9))).not.toThrow();
    expect(labels(Uint8Array.from([0x1f, 0x8b, 1, 2, 3]))).toEqual([]);
  });

  test('a bomb ends where enough of it was seen', () => {
    const bomb = gzipSync(`${inner}${'0'.repeat(50_000_000)}`);
    expect(labels(bomb)).toEqual(['canary-3 | phone | dashed | gzip']);
  });
});

describe('what is no leak', () => {
  test.each([
    ['the masked forms', `${person.name[0]}** *******${tail}`],
    ['the last four digits', tail],
    ['a long number with the last eight digits in it', `00000000000${number.slice(-8)}`],
    ['the same in front of digits', `${number.slice(-8)}55`],
    ['an invented person of an example', '张三丰 +8619900000001 虚构路12号'],
    ['one character of a name', person.name[1] ?? ''],
    ['a keyed digest', createHash('sha256').update(`key${number}`).digest('hex')],
  ])('%s', (_title, given) => {
    expect(labels(given)).toEqual([]);
  });
});

test('every needle but the shared ones is found as its own', () => {
  const all = needlesOf(person, digests);
  const missed = all.filter(
    ({ text, label }) =>
      !scan(`.${text}.`).some(({ wanted }) => wanted.text === text) && label !== 'first eight',
  );
  expect(missed.map(({ label }) => label)).toEqual([]);
  expect(all.length).toBeGreaterThan(350);
});

test('a finding says what and where, and none of the text around it', () => {
  const [hit] = scan(`before ${number} behind`);
  expect(hit).toMatchObject({ offset: 7, wrappings: [], wanted: { label: 'plain' } });
  expect(JSON.stringify({ ...hit, wanted: hit?.wanted.label })).not.toContain('before');
});

test('what is not known of a person is looked for nowhere', () => {
  const nothing = { mobile: '', road: '', building: '', unitRoom: '', idNumber: '', note: '' };
  const known = needlesOf({ ...person, ...nothing, title: '' }, digests);
  expect([...new Set(known.map(({ kind }) => kind))]).toEqual(['name']);
  const empty = createHash('sha256').update('').digest('hex');
  expect(scannerOf(known)(`86 0086 -- ${empty}`)).toEqual([]);
});
