import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Flag,
  Line,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { AuditReceipt } from './audit-receipt.ts';
import { NoticeId } from './notice-id.ts';
import { ProblemCode } from './problem-code-codes.ts';

const shown = privacy('public', 'technical');

/** Holds no offending value, stack, library name or file path. Which code needs which member is left to the rule layer. */
export const Problem = Resource(
  'Problem',
  { en: 'Problem', zh: '问题' },
  {
    en: 'Why a request was refused (application/problem+json). It never repeats a value of the request.',
    zh: '请求被拒绝的原因（application/problem+json）；从不重复请求中的值。',
  },
  {
    type: Line(
      100,
      { en: 'Type', zh: '类型' },
      {
        en: 'Name of the problem as a URI; nothing is fetched from it.',
        zh: '以 URI 表示的问题名称；无须访问。',
      },
      {
        pattern: 'https://openwaybill\\.org/problems/[A-Z][A-Z_]*',
        format: 'uri',
        'x-source': 'RFC 9457 section 3.1.1',
        'x-codegen-name': 'problemType',
        ...shown,
      },
    ),
    code: Ref(ProblemCode, privacy('public', 'code')),
    title: Line(
      100,
      { en: 'Title', zh: '标题' },
      { en: 'Static English text of the code.', zh: '该代码的固定英文文本。' },
      { 'x-source': 'RFC 9457 section 3.1.3', ...privacy('public', 'business-text') },
    ),
    status: Whole(
      400,
      599,
      { en: 'Status', zh: '状态码' },
      { en: 'The HTTP status of the answer.', zh: '应答的 HTTP 状态码。' },
      { 'x-source': 'RFC 9457 section 3.1.2', ...shown },
    ),
    retryable: Flag(
      { en: 'Retryable', zh: '可重试' },
      { en: 'Whether the same request may succeed later.', zh: '同一请求稍后是否可能成功。' },
      privacy('public', 'flag'),
    ),
    instance: Optional(
      Line(
        45,
        { en: 'Instance', zh: '实例' },
        { en: 'Random name of this occurrence.', zh: '本次出现的随机名称。' },
        {
          pattern: 'urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
          format: 'uri',
          'x-source': 'RFC 9457 section 3.1.5',
          ...privacy('business', 'technical'),
        },
      ),
    ),
    errors: Optional(
      ListOf(
        Part({
          pointer: Line(
            300,
            { en: 'Pointer', zh: '指针' },
            {
              en: 'Place in the request, empty for the whole. A missing member is named by its place or by the object that lacks it, an unknown one by its parent.',
              zh: '请求内的位置，空为整体。缺少的成员以其应在位置或所属对象指明，未知成员以其上级指明。',
            },
            { minLength: 0, 'x-source': 'RFC 6901', ...shown },
          ),
          rule: Line(
            60,
            { en: 'Rule', zh: '规则' },
            { en: 'Name of the rule, or id of the requirement.', zh: '规则名称或要求编号。' },
            { pattern: '[A-Za-z][A-Za-z0-9-]*', ...shown },
          ),
          message: Line(
            200,
            { en: 'Message', zh: '说明' },
            { en: 'Static text of the rule.', zh: '该规则的固定文本。' },
            privacy('public', 'business-text'),
          ),
        }),
        1,
        100,
        words(
          { en: 'Errors', zh: '错误' },
          {
            en: 'Findings, at least every one of this code.',
            zh: '问题所在，至少列出属于本代码的全部。',
          },
        ),
      ),
    ),
    noticeId: Optional(Ref(NoticeId)),
    from: Optional(
      Line(
        40,
        { en: 'From', zh: '当前状态' },
        { en: 'State that does not allow the command.', zh: '不允许该命令的状态。' },
        {
          pattern: '[A-Z][A-Z0-9_]*',
          'x-codegen-name': 'fromState',
          ...privacy('business', 'code'),
        },
      ),
    ),
    command: Optional(
      Line(
        60,
        { en: 'Command', zh: '命令' },
        { en: 'The refused command.', zh: '被拒绝的命令。' },
        { pattern: '[a-z][A-Za-z0-9]*', ...privacy('business', 'code') },
      ),
    ),
    maxItemCount: Optional(
      Whole(
        1,
        10_000,
        { en: 'Items at most', zh: '最大条数' },
        { en: 'How many items one request may have.', zh: '单次请求允许的条数。' },
        shown,
      ),
    ),
    auditReceipt: Optional(Ref(AuditReceipt)),
  },
);
export type Problem = Static<typeof Problem>;

export const problemMessage = defineMessage({
  schema: Problem,
  requirements: [],
  examples: {
    valid: {
      'a wrong check digit': {
        type: 'https://openwaybill.org/problems/CHECK_DIGIT_INVALID',
        code: 'CHECK_DIGIT_INVALID',
        title: 'Check digit is wrong',
        status: 422,
        retryable: false,
        errors: [
          {
            pointer: '/packages/0/items/0/gtin',
            rule: 'check-digit',
            message: 'The check digit does not fit the other digits.',
          },
        ],
      },
      'an interruption': {
        type: 'https://openwaybill.org/problems/INTERRUPTED',
        code: 'INTERRUPTED',
        title: 'Interrupted',
        status: 503,
        retryable: true,
        noticeId: 'ntc_AAECAwQFBgcICQoLDA0ODw',
      },
      'a command out of place': {
        type: 'https://openwaybill.org/problems/STATE_ILLEGAL',
        code: 'STATE_ILLEGAL',
        title: 'Not allowed in this state',
        status: 409,
        retryable: false,
        from: 'COMPLETED',
        command: 'cancelOrder',
      },
    },
    invalid: {
      'a 422 without findings': {
        value: {
          type: 'https://openwaybill.org/problems/CHECK_DIGIT_INVALID',
          code: 'CHECK_DIGIT_INVALID',
          title: 'Check digit is wrong',
          status: 422,
          retryable: false,
        },
        breaks: { pointer: '', rule: 'problem-members' },
      },
      'a status of another code': {
        value: {
          type: 'https://openwaybill.org/problems/NOT_FOUND',
          code: 'NOT_FOUND',
          title: 'Not found',
          status: 410,
          retryable: false,
        },
        breaks: { pointer: '/code', rule: 'problem-table' },
      },
      'a code of no table': {
        value: {
          type: 'https://openwaybill.org/problems/TEAPOT',
          code: 'TEAPOT',
          title: 'Teapot',
          status: 418,
          retryable: false,
        },
        breaks: { pointer: '/code', rule: 'enum' },
      },
      'a type of another host': {
        value: {
          type: 'https://courier.example/problems/NOT_FOUND',
          code: 'NOT_FOUND',
          title: 'Not found',
          status: 404,
          retryable: false,
        },
        breaks: { pointer: '/type', rule: 'pattern' },
      },
      'no word on retrying': {
        value: {
          type: 'https://openwaybill.org/problems/NOT_FOUND',
          code: 'NOT_FOUND',
          title: 'Not found',
          status: 404,
        },
        breaks: { pointer: '', rule: 'required' },
      },
    },
  },
});
