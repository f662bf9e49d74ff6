import { type Static, Type } from '@sinclair/typebox';
import {
  CALLING_ROLES,
  defineOperation,
  pageOf,
  privacy,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { updatedSince } from '../vocabulary/updated-since.ts';
import { InterruptionNotice } from './interruption-notice.ts';

/** A page of notices. */
export const InterruptionNoticePage = pageOf(InterruptionNotice, {
  en: 'Interruption notice',
  zh: '中断通知',
});
export type InterruptionNoticePage = Static<typeof InterruptionNoticePage>;

/** Stays available during an interruption of other modules. */
export const listInterruptionNotices = defineOperation({
  name: 'list-interruption-notices',
  since: '1.0',
  title: { en: 'List interruption notices', zh: '列出中断通知' },
  description: {
    en: 'Notices that concern the caller, from ISSUED on.',
    zh: '与调用方有关、已发出的通知。',
  },
  servedBy: SERVING_ROLES,
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/interruption-notices',
  query: {
    active: Type.Boolean({
      ...words(
        { en: 'Active', zh: '仅中断中' },
        {
          en: 'true: only those in status ACTIVE; false: only the others.',
          zh: '为真时仅返回中断中的通知；为假时仅返回其余通知。',
        },
      ),
      ...privacy('public', 'flag'),
    }),
    ...updatedSince,
  },
  answer: { status: 200, body: InterruptionNoticePage },
  problems: [],
  agreement: 'none',
  requirements: [
    {
      id: 'CTY-009',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'Reads of notices and health stay available during an interruption of other modules.',
        zh: '中断期间通知与健康查询须可用。',
      },
      wire: 'GET under interruption',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: { 'nothing is announced': { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'notices are counted': {
          value: { items: [], totalCount: 0 },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
      },
    },
  },
});
