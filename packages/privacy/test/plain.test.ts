import { describe, expect, test } from 'vitest';
import { Plain } from '../src/index.ts';
import { waysOut } from './ways-out.ts';

const name = new Plain('person-name', '张三丰');

const isShown = (text: string): boolean =>
  text.includes('张三丰') || text.includes(encodeURIComponent('张三丰'));

describe('a plain value', () => {
  test.each(waysOut(name))('does not show itself by %s', (_way, shown) => {
    expect(isShown(shown)).toBe(false);
  });

  test('does not show itself in its own members', () => {
    expect(Reflect.ownKeys(name)).toEqual(['kind']);
  });

  test('is needed: each of these ways shows a text, or a record of it', () => {
    const records = waysOut({ name: '张三丰' });
    const silent = waysOut('张三丰').filter(
      ([, text], index) => !isShown(text) && !isShown(records[index]?.[1] ?? ''),
    );
    expect(silent).toEqual([]);
  });

  test('shows its text when exposed', () => {
    expect(name.expose()).toBe('张三丰');
  });
});
