import { type ContactMasked, type RevealGrant, registry } from '@openwaybill/schemas';
import { expect, expectTypeOf, test } from 'vitest';
import { type Branded, hold, holdGrant, type Masked, Plain, type Token } from '../src/index.ts';
import { waysOut } from './ways-out.ts';

const SEALED = 'eyJhbGciOiJFQ0RILUVTK0EyNTZLVyJ9.a.b.c.d';

const grant: RevealGrant = {
  revealId: 'rv_2Jx8mQ4tVb7LkD0sYw9cRA',
  status: 'CONSUMED',
  purpose: 'FULFIL_DELIVER',
  fieldsGranted: ['NAME', 'PHONE', 'ADDRESS', 'DELIVERY_NOTE'],
  expiresAt: '2026-11-02T10:00:00+08:00',
  remainingUseCount: 0,
  stillMatches: true,
  fields: {
    name: '张三丰',
    phone: '+8619900000001',
    phoneKind: 'VIRTUAL',
    address: {
      region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
      road: '虚构路 12 号',
      unitRoom: '2 单元 501',
      structured: true,
    },
    deliveryNote: '放在门口',
  },
  sealedFields: SEALED,
} as RevealGrant;

const PERSONAL = ['张三丰', '19900000001', '虚构路', '501', '门口', SEALED];

test.each(waysOut(holdGrant(grant, registry)))(
  'a held grant tells nothing by %s',
  (_way, shown) => {
    expect(PERSONAL.filter((text) => shown.includes(text))).toEqual([]);
  },
);

test('a held grant says that something personal is there', () => {
  expect(JSON.stringify(holdGrant(grant, registry).fields)).toContain('[personal]');
});

test('a held grant gives its text when it is exposed, and keeps the rest', () => {
  const { fields, sealedFields, ...rest } = holdGrant(grant, registry);
  expect(sealedFields?.expose()).toBe(SEALED);
  expect(fields?.name?.expose()).toBe('张三丰');
  expect(fields?.address?.unitRoom?.expose()).toBe('2 单元 501');
  expect(fields?.phoneKind).toBe('VIRTUAL');
  const { fields: _, sealedFields: __, ...given } = grant;
  expect(rest).toEqual(given);
});

test('every personal text is held, and a virtual number is none', () => {
  const loose = [...registry.schemas.values()].flatMap(({ name, examples }) =>
    Object.values(examples.valid).flatMap((value) =>
      /张三丰|李样例|\+861990000/.test(JSON.stringify(hold(value, name, registry))) ? [name] : [],
    ),
  );
  expect([...new Set(loose)]).toEqual(['ContactBinding']);
});

test('kinds of text are kept apart by their types', () => {
  expectTypeOf<Branded<ContactMasked>['nameMasked']>().toEqualTypeOf<Masked<'cn-name-1'>>();
  expectTypeOf<Branded<{ consigneeRef?: string }>['consigneeRef']>().toEqualTypeOf<
    Token | undefined
  >();
  expectTypeOf<string>().not.toExtend<Branded<ContactMasked>['phoneMasked']>();
  expect(hold('x', 'NoSuchMessage', registry)).toBe('x');
  expect(new Plain('none', 'x').expose()).toBe('x');
});
