import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { maskVectors } from '../../src/index.ts';
import { corpusOf, scanText, scanValue, sightingsIn } from '../../src/scan/index.ts';
import { seeded } from './seeded.ts';

const person = corpusOf(seeded(1)).canary(1);
const kinds = (text: string) => sightingsIn(text).map(({ kind }) => kind);

describe('what tells of a person is seen', () => {
  test.each([
    ['a mobile', 'tel 19900001234', ['mobile']],
    ['a mobile with +86', '+8619900001234', ['mobile']],
    ['a mobile with 0086 and a space', '0086 19900001234', ['mobile']],
    ['a mobile in groups', '199-0000-1234 or 199 0000 1234', ['mobile', 'mobile']],
    ['a mobile in full width', '１９９００００１２３４', ['mobile']],
    ['a mobile in Chinese numerals', '一九九零零零零一二三四', ['mobile']],
    ['a landline', '010-00000066 and (0571) 0000 0066', ['landline', 'landline']],
    ['a landline with +86', '+861000000066', ['landline']],
    ['an id number', person.idNumber, ['id-number']],
    ['an id number with a small x', '99000019790901000x', ['id-number']],
    ['an e-mail address', 'to zhang.san@zhangsan.example', ['e-mail']],
    ['an address with a room', '虚构路12号样例小区3幢2单元501室', ['address']],
    ['a room in figures', '虚构路12号样例小区5-2-502', ['address']],
    ['the common mask', '138****8000', ['weak-mask']],
    ['the same with crosses', '138xxxx8000', ['weak-mask']],
    ['the same with blocks', '138████8000', ['weak-mask']],
    ['the head of a number', '1990000****', ['weak-mask']],
    ['two letters of a name', '张三* / 张*丰', ['weak-mask', 'weak-mask']],
    ['the ends of an id number', '990000********8124', ['weak-mask']],
    ['a name that its sentence announces', '派件员：张三丰，正在派件', ['name']],
    ['a mobile in a query', 'GET /x?tel=%2B86%20199%200000%201234', ['mobile']],
    ['a mobile of escaped digits', '%31%39%39%30%30%30%30%31%32%33%34', ['mobile']],
    ['a mobile as JSON escapes', '\\u00319900001234', ['mobile']],
    ['a mobile as HTML entities', '&#49;&#x39;9&#48;&#48;001234', ['mobile']],
    ['a mobile in full width with dashes', '１９９－００００－１２３４', ['mobile']],
    ['a mobile cut by what nobody sees', '199\u200b0000\u200b1234', ['mobile']],
    ['one written and one escaped', '19900001234 &#49;9900001235', ['mobile', 'mobile']],
    ['a name in an escaped sentence', encodeURIComponent('派件员：张三丰，正在派件'), ['name']],
  ])('%s', (_title, given, want) => {
    expect(kinds(given)).toEqual(want);
  });
});

describe('what tells of nobody is left alone', () => {
  test.each([
    ['a masked contact', '张** *******8000 010-******66 浙江省杭州市****'],
    ['an instant in milliseconds', '1795305600000'],
    ['a sequence', '00000000000000001990'],
    ['a waybill number', 'ZZ1990000123456 and SF1319900001234'],
    ['a uuid', '0b1f2a3c-1990-4000-8123-199000012345'],
    ['a uuid with an area code', '47be8073-0526-4347-9561-e2383c18b1c6'],
    ['a reference', 'csg_19900001234abcdefghijk'],
    ['an id number with a wrong check digit', '990000197909018123'],
    ['a branch', '大连甘井子一部 2号楼'],
    ['a path of packages', '@openwaybill/privacy@0.1.0'],
    ['mathematics', '2*3 = 6, x**2, /* comment */'],
    ['Markdown', '**张三丰** is bold'],
    ['escapes of other words', 'a%20b%2Fc &#169; \\u4f60\\u597d ｆｕｌｌ\u200b％'],
    ['escapes that are none', '100%zz &#99999999; &#x110000; %ff%fe \\u12'],
  ])('%s', (_title, given) => {
    expect(kinds(given)).toEqual([]);
  });

  test('whatever phone-1 and cn-name-1 answer', () => {
    for (const mask of ['phone-1', 'cn-name-1'] as const)
      for (const { want } of maskVectors[mask].vectors)
        expect(kinds(`"${want}"`), want).toEqual([]);
  });

  test('no valid example of the standard, where its schema is known', () => {
    const wrong = [...registry.schemas].flatMap(([name, { examples }]) =>
      Object.values(examples?.valid ?? {}).flatMap((example) =>
        scanValue(example, name, { registry }).map(({ kind, form, pointer }) => [
          name,
          kind,
          form,
          pointer,
        ]),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('values', () => {
  const scan = (value: unknown, schema?: string) =>
    scanValue(value, schema, { registry }).map(({ kind, pointer }) => `${kind} ${pointer}`);
  const contact = { name: '张三丰', mobile: '+8619900001234' };

  test('a member that the standard has for a name is one without a schema', () => {
    expect(scan({ order: { contact } })).toEqual([
      'name /order/contact/name',
      'mobile /order/contact/mobile',
    ]);
    expect(scan({ receiver_name: '张三丰', organisation: { name: '某某公司' } })).toEqual([
      'name /receiver_name',
    ]);
  });

  test('where the schema has a place for a person, nothing is found', () => {
    expect(scan(contact, 'Contact')).toEqual([]);
    expect(scan({ ...contact, note: '19900001234' }, 'Contact')).toEqual(['mobile /note']);
  });

  test('a masked member holds its mask and nothing else', () => {
    expect(scan({ nameMasked: '张**', phoneMasked: '138****8000' }, 'ContactMasked')).toEqual([
      'weak-mask /phoneMasked',
    ]);
  });

  test('what was redacted is nobody', () => {
    expect(scan({ contact: { name: '[personal]', mobile: '[personal]' } })).toEqual([]);
  });

  test('a number that is a phone is one, and so is the name of a member', () => {
    expect(scan({ t: 19900001234, '19900001234': 1 })).toEqual(['mobile /t', 'mobile ']);
    expect(scan({ 'to zhang@zhangsan.example': 1 })).toEqual(['e-mail ']);
  });

  test('where something was found is told without the people on the way', () => {
    expect(scan({ '19900001234': { contact } })).toEqual([
      'mobile ',
      'name /[personal]/contact/name',
      'mobile /[personal]/contact/mobile',
    ]);
    const known = (text: string) =>
      text.includes(contact.name) ? [{ form: 'a person', offset: 0 }] : [];
    const found = scanValue({ [contact.name]: { t: 19900001234 } }, undefined, { registry, known });
    expect(found.map(({ pointer }) => pointer)).toEqual(['', '/[personal]/t']);
  });

  test('hexadecimal is opened, and a digest is none', () => {
    const hexadecimal = Buffer.from('tel 19900001234').toString('hex');
    expect(scanText(`x=${hexadecimal}`, { registry })).toEqual([
      { kind: 'mobile', form: 'plain, in hex', offset: 2 },
    ]);
    expect(
      scanText('a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a', { registry }),
    ).toEqual([]);
  });

  test('base64, a JWT and what is inside of them is opened', () => {
    const inside = Buffer.from(JSON.stringify({ contact })).toString('base64url');
    expect(scanText(`token eyJhbGciOiJub25lIn0.${inside}.x`, { registry })).toEqual([
      { kind: 'name', form: 'in a member for it, in jwt', offset: 26 },
      { kind: 'mobile', form: 'with a country code, in jwt', offset: 26 },
    ]);
  });

  test('what is allowed is not told', () => {
    const isAllowed = (text: string) => text === '13800138000';
    expect(scanText('call 13800138000', { registry, isAllowed })).toEqual([]);
  });
});
