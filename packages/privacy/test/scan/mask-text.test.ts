import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { maskText, maskValue, scanText } from '../../src/scan/index.ts';

const scan = { registry };

describe('a text', () => {
  test.each([
    ['电话 19900001234，已联系', '电话 *******1234，已联系'],
    ['call +86 199-0000-1234 now', 'call *******1234 now'],
    ['010-00000066', '010-******66'],
    ['mail zhang@zhangsan.example', 'mail ***@***'],
    ['证件 990000197909018124', '证件 ******'],
    ['138****8000', '***'],
    ['派件员：张三丰，正在派件', '派件员：[人员]，正在派件'],
    ['虚构路12号3幢2单元501室', '虚构****'],
    ['已到达 大连甘井子一部', '已到达 大连甘井子一部'],
    ['*******1234 张**', '*******1234 张**'],
    ['GET /x?tel=%2B86%20199%200000%201234', '[personal]'],
    ['１９９－００００－１２３４', '[personal]'],
    ['199\u200b0000\u200b1234', '[personal]'],
    [`x=${Buffer.from('tel 19900001234').toString('hex')}`, '[personal]'],
    [`data ${Buffer.from('tel 19900001234 of a person').toString('base64')}`, '[personal]'],
  ])('%s becomes %s', (given, want) => {
    expect(maskText(given, scan)).toBe(want);
    expect(scanText(maskText(given, scan), scan)).toEqual([]);
  });
});

test('a value keeps its form, and nobody is in it', () => {
  const given = {
    at: '2026-11-22T00:00:00Z',
    contact: { name: '张三丰', mobile: '+8619900001234' },
    address: { unitRoom: '501室' },
    tries: [1, '19900001234', true, null],
  };
  expect(maskValue(given, registry)).toEqual({
    at: '2026-11-22T00:00:00Z',
    contact: { name: '张**', mobile: '*******1234' },
    address: { unitRoom: '[personal]' },
    tries: [1, '*******1234', true, null],
  });
});
