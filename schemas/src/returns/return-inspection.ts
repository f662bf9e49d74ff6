import type { Static } from '@sinclair/typebox';
import { defineMessage, ListOf, Part, Ref, Resource, Whole, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { teaInspection } from './_examples.ts';
import { GoodsGrade } from './return-codes.ts';
import { RmaNo } from './rma-no.ts';

/** What an inspection found: the request that reports it and the event that tells of it say the same. */
export const ReturnInspection = Resource(
  'ReturnInspection',
  { en: 'Inspection of a return', zh: '退货质检' },
  {
    en: 'In what condition each line of a return was found, and how much of it is accepted.',
    zh: '退货各行的状态与接受数量。',
  },
  {
    rmaNo: Ref(RmaNo),
    lines: ListOf(
      Part({
        lineNo: Whole(
          1,
          999,
          { en: 'Line number', zh: '行号' },
          { en: 'Line of the return.', zh: '退货行号。' },
        ),
        grade: Ref(GoodsGrade),
        acceptedCount: Whole(
          0,
          Number.MAX_SAFE_INTEGER,
          { en: 'Accepted', zh: '接受数量' },
          {
            en: 'Units of the line that are taken back; none of what is REJECTED.',
            zh: '收回的数量；拒收行为零。',
          },
        ),
      }),
      1,
      200,
      words(
        { en: 'Lines', zh: '质检行' },
        { en: 'Each line of the return once.', zh: '退货各行，每行一次。' },
      ),
    ),
    inspectedAt: Ref(
      Instant,
      words(
        { en: 'Inspected at', zh: '质检时刻' },
        { en: 'When the goods were inspected.', zh: '完成质检的时刻。' },
      ),
    ),
  },
);
export type ReturnInspection = Static<typeof ReturnInspection>;

const [line] = teaInspection.lines;

export const returnInspection = defineMessage({
  schema: ReturnInspection,
  requirements: [],
  examples: {
    valid: {
      'as new': teaInspection,
      'not what was sent': {
        ...teaInspection,
        lines: [{ lineNo: 1, grade: 'REJECTED', acceptedCount: 0 }],
      },
    },
    invalid: {
      'an unknown grade': {
        value: { ...teaInspection, lines: [{ ...line, grade: 'D' }] },
        breaks: { pointer: '/lines/0/grade', rule: 'enum' },
      },
      'less than none is accepted': {
        value: { ...teaInspection, lines: [{ ...line, acceptedCount: -1 }] },
        breaks: { pointer: '/lines/0/acceptedCount', rule: 'minimum' },
      },
      'rejected and accepted': {
        value: { ...teaInspection, lines: [{ ...line, grade: 'REJECTED' }] },
        breaks: { pointer: '/lines/0/acceptedCount', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'a line twice': {
        value: { ...teaInspection, lines: [line, line] },
        breaks: { pointer: '/lines/1/lineNo', rule: 'DSC-023', requirement: 'DSC-023' },
      },
    },
  },
});
