import { inspect } from 'node:util';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type Masked, Plain, phone1 } from '../src/index.ts';

const name = new Plain('person-name', '张三丰');

describe('a plain value', () => {
  test.each([
    ['in a template', `${name}`],
    ['in a concatenation', `to ${String(name)}`],
    ['in JSON', JSON.stringify({ name })],
    ['in an inspection', inspect({ name })],
    ['in an inspection of everything', inspect(name, { showHidden: true, depth: 9 })],
    ['in its own members', Object.entries(name).flat().join()],
    ['in an error', new Error(`unknown: ${name}`).message],
  ])('does not show %s', (_place, shown) => {
    expect(shown).not.toContain('张三丰');
  });

  test('shows its text when exposed', () => {
    expect(name.expose()).toBe('张三丰');
  });

  test('keeps kinds and masks apart in types', () => {
    expectTypeOf(name).toEqualTypeOf<Plain<'person-name'>>();
    expectTypeOf(name).not.toExtend<Plain<'phone.mobile'>>();
    expectTypeOf(phone1('')).toEqualTypeOf<Masked<'phone-1'>>();
    expectTypeOf<string>().not.toExtend<Masked<'phone-1'>>();
  });
});
