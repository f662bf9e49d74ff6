import { describe, expect, test } from 'vitest';
import { namesPerson } from '../src/index.ts';

describe('a text that names a person', () => {
  test.each([
    ['behind a role', '破损由快递员李海棠所致'],
    ['behind a role and a colon', '收件人：张三丰，签收时外箱已破损'],
    ['before a title', '已向王女士致歉'],
    ['beside a signature', '张三丰已签收'],
    ['in wide spaces and hidden characters', '派件员：\u200b李海棠 未上门'],
    ['in English', 'Received by Alex Sample at the gate'],
  ])('%s', (_title, given) => expect(namesPerson(given)).toBe(true));
});

describe('a text that names nobody', () => {
  test.each([
    ['the role alone', '收件人不在家，快递员已电话联系'],
    ['a refusal', '收件人拒绝签收破损包裹'],
    ['a relation', '签收人：家人'],
    ['a place', '包裹滞留于甘井子一部，已改派'],
    ['a decision', '按保价金额赔付'],
    ['an apology', '已联系网点改为送货上门，并向消费者致歉'],
  ])('%s', (_title, given) => expect(namesPerson(given)).toBe(false));
});
