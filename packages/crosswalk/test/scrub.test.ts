import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scrub } from '../src/index.ts';
import { recorded } from './recordings.ts';

const WAYBILL_NO = 'SF0000000000001';

test.each([
  [
    '快件已由【甘井子一部】的王测试(13800138000)正在派件',
    '快件已由【甘井子一部】的[人员]([电话])正在派件',
  ],
  ['已签收,签收人:张示例', '已签收,签收人:[人员]'],
  ['家人代收 电话 0411-01234567', '家人代收 电话 [电话]'],
  ['到达 大连转运中心', '到达 大连转运中心'],
  ['联系 一三八 零零一三 八零零零', '联系 [电话]'],
  ['联系 +86 138-0013-8000', '联系 [电话]'],
  ['联系 １３８００１３８０００', '联系 [电话]'],
  ['联系 138\u200b0013\u200b8000', '联系 [电话]'],
  ['电话(0411)01234567', '电话[电话]'],
  ['【大连中山一部】的王测试正在派件', '【大连中山一部】的[人员]正在派件'],
  ['【大连中山一部】王测试(13800138000)', '【大连中山一部】[人员]([电话])'],
  ['请找王测试 13800138000', '请找[人员] [电话]'],
  ['【大连中山一部】发往【沈阳转运中心】', '【大连中山一部】发往【沈阳转运中心】'],
  ['派件员:王测试,正在派件', '派件员:[人员],正在派件'],
  ['派件员正在派件', '派件员正在派件'],
  ['由快递员王测试派件', '由快递员[人员]派件'],
  ['签收人:本人', '签收人:本人'],
  ['签收人:家人王测试', '签收人:[人员]'],
  ['送至中山区示例路23号2单元,请查收', '送至中山区[地址],请查收'],
  ['辽B12345 已发车', '[已删] 已发车'],
  ['微信:invented_id 联系', '微信:[已删] 联系'],
  ['详见 https://example.invalid/a?b=1 处', '详见 [已删] 处'],
  ['someone@example.test 已通知', '[已删] 已通知'],
  ['2026-11-24 10:00:00 到达', '2026-11-24 10:00:00 到达'],
  [`${WAYBILL_NO} 已揽收`, `${WAYBILL_NO} 已揽收`],
  ['Delivered, signed by: Alex Sample', 'Delivered, signed by: [人员]'],
  ['Left at 12 Example Street today', 'Left at [地址] today'],
])('%s', (given, want) => expect(scrub(given, { waybillNo: WAYBILL_NO })).toBe(want));

test.each([
  ['a name beside the signature', '王测试已签收'],
  ['a code of four digits', '取件码 4567'],
  ['a masked number', '138****8000'],
  ['a text of endless length', '到'.repeat(3_000)],
])('%s drops the text', (_title, given) => expect(scrub(given)).toBeUndefined());

test('the name of a facility is kept', () => {
  const given = '快件到达 【示例路3号营业点】';
  expect(scrub(given, { facilities: ['示例路3号营业点'] })).toBe(given);
  expect(scrub(given)).not.toContain('示例路3号');
});

test('a waybill number inside a longer run is none', () => {
  expect(scrub('13800138000', { waybillNo: '8001380' })).toBe('[电话]');
});

test('a text is cut at 300 code points', () => {
  expect([...(scrub('到达转运中心'.repeat(80)) ?? '')]).toHaveLength(300);
});

const PIECES = [
  '派件员',
  '签收人',
  '由',
  '的',
  '王测试',
  '张示例',
  '13800138000',
  '一三八',
  '(',
  ')',
  ':',
  ',',
  ' ',
  '示例路',
  '23',
  '号',
  '2',
  '室',
  '已签收',
  '正在派件',
  '【甘井子一部】',
  '[电话]',
  '[人员',
  ']',
  'a@b.test',
  '辽B12345',
  '微信',
  '2026-11-24',
  '10:00',
  '本人',
  '家人',
  '电话',
  '-',
  'Alex',
  '\u200b',
  '\ue000',
];

describe('of any text', () => {
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 20 })
    .map((pieces) => pieces.join(''));

  test('scrubbing twice changes nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const first = scrub(text);
        if (first !== undefined) expect(scrub(first)).toBe(first);
      }),
      { numRuns: 2_000 },
    );
  });

  test('no telephone number and no announced name is left', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('13800138000', '签收人:王测试,', '由王测试派件'),
        texts,
        (before, secret, after) => {
          const left = scrub(`${before} ${secret} ${after}`) ?? '';
          expect(left).not.toMatch(/13800138000|签收人:王测试|由王测试派件/);
          expect(left).not.toMatch(/\p{Nd}{7}/u);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

/** Every free text of the recorded documents, and who is named in any of them. */
const textsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' &&
    ['message', 'description', 'zh', 'notes', 'remark', 'signed_by'].includes(name)
      ? [name === 'signed_by' ? `Signed by ${member}` : member]
      : textsIn(member),
  );
};

const FILES = [
  'easypost/trackers.json',
  'easypost/events.json',
  'aftership/messages.json',
  'whereis/push-payload.json',
  'whereis/sf-status-map.json',
  ...['htky', 'jd', 'jt', 'sf', 'sto', 'yd', 'yto', 'zto'].map(
    (each) => `china-courier-scans/scans-${each}.json`,
  ),
];

const real = [...new Set(FILES.flatMap((file) => textsIn(recorded(file))))];

test('the recorded texts are there', () => expect(real.length).toBeGreaterThan(50));

test.each(real)('recorded: %s', (text) => {
  const left = scrub(text);
  if (text.startsWith('Signed by ')) expect(left).toBe('Signed by [人员]');
  else expect(left).toBe(text.normalize('NFKC').trim());
});
