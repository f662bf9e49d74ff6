import type { ContactMasked, RevealGrant } from '@openwaybill/schemas';
import { expectTypeOf, test } from 'vitest';
import {
  type Branded,
  cnName1,
  type HeldGrant,
  holdGrant,
  type Masked,
  Plain,
  phone1,
  type Sealed,
  type Token,
} from '../src/index.ts';

declare const log: (text: string) => void;
declare const write: (record: Readonly<Record<string, string>>) => void;
declare const registry: Parameters<typeof holdGrant>[1];
declare const grant: RevealGrant;

const name = new Plain('person-name', '张三丰');

test('a plain value is no text, and gives one on demand alone', () => {
  expectTypeOf(name).toEqualTypeOf<Plain<'person-name'>>();
  expectTypeOf(name).not.toExtend<string>();
  expectTypeOf(name.expose()).toEqualTypeOf<string>();
  // @ts-expect-error it is logged by nobody who has not exposed it
  log(name);
  // @ts-expect-error nor as a member of a record
  write({ name });
  // @ts-expect-error it has no text to cut
  name.slice(0, 1);
  // @ts-expect-error its value is its own
  name.value;
});

test('kinds of plain values are kept apart', () => {
  expectTypeOf(name).not.toExtend<Plain<'phone.mobile'>>();
  expectTypeOf<Plain<'id-number'>>().not.toExtend<Plain<'person-name'>>();
});

test('masks, references and seals are kept apart from texts and each other', () => {
  expectTypeOf(phone1('')).toEqualTypeOf<Masked<'phone-1'>>();
  expectTypeOf(cnName1('')).not.toExtend<Masked<'phone-1'>>();
  expectTypeOf<string>().not.toExtend<Masked<'phone-1'>>();
  expectTypeOf<string>().not.toExtend<Token>();
  expectTypeOf<string>().not.toExtend<Sealed>();
  expectTypeOf<Token>().not.toExtend<Sealed>();
  expectTypeOf<Branded<ContactMasked>['phoneMasked']>().toEqualTypeOf<Masked<'phone-1'>>();
});

test('what a grant shows is held, its seal too', () => {
  const held = holdGrant(grant, registry);
  expectTypeOf(held).toEqualTypeOf<HeldGrant>();
  expectTypeOf<HeldGrant['sealedFields']>().toEqualTypeOf<Plain<'sealed-payload'> | undefined>();
  // @ts-expect-error a name is logged by nobody who has not exposed it
  log(held.fields?.name);
});
