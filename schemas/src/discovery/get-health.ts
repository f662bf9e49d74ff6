import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  ListOf,
  ORGANISATION_ROLES,
  Part,
  privacy,
  Ref,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { ModuleName } from '../module-name.ts';
import { HealthStatus } from '../vocabulary/health-status-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { NoticeId } from '../vocabulary/notice-id.ts';

export const Health = Closed(
  'Health',
  { en: 'Health', zh: '健康状态' },
  {
    en: 'Whether the system and its modules work; no host names, no versions of parts.',
    zh: '系统及各模块是否正常；不含主机名与组件版本。',
  },
  {
    status: Ref(HealthStatus, privacy('public', 'code')),
    checkedAt: Ref(Instant, {
      ...words(
        { en: 'Checked at', zh: '检查时刻' },
        { en: 'When the status was found.', zh: '得出该状态的时刻。' },
      ),
      ...privacy('public', 'instant'),
    }),
    modules: ListOf(
      Part({
        module: Ref(ModuleName, privacy('public', 'code')),
        status: Ref(HealthStatus, privacy('public', 'code')),
      }),
      0,
      22,
      words(
        { en: 'Modules', zh: '模块' },
        { en: 'Status of each module that is served.', zh: '所服务各模块的状态。' },
      ),
    ),
    activeNoticeIds: ListOf(Ref(NoticeId, privacy('public', 'none')), 0, 1000, {
      uniqueItems: true,
      ...words(
        { en: 'Active notices', zh: '有效通知' },
        {
          en: 'Of every counterparty; only the one that a notice is for can read it.',
          zh: '涵盖所有对手方；仅通知对象可读取其内容。',
        },
      ),
    }),
  },
);
export type Health = Static<typeof Health>;

const health: Health = {
  status: 'DEGRADED',
  checkedAt: '2026-11-02T10:00:00+08:00',
  modules: [
    { module: 'order', status: 'OK' },
    { module: 'tracking', status: 'INTERRUPTED' },
  ],
  activeNoticeIds: ['ntc_2Jx8mQ4tVb7LkD0sYw9cRA'],
};
const { modules: _, ...withoutModules } = health;

export const getHealth = defineOperation({
  name: 'get-health',
  since: '1.0',
  title: { en: 'Read the health', zh: '查询健康状态' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/health',
  answer: { status: 200, body: Health },
  problems: [],
  token: 'none',
  agreement: 'none',
  requirements: [
    {
      id: 'DSC-017',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'Health and notices agree: an active notice shows as `DEGRADED` or `INTERRUPTED`.',
        zh: '健康状态须与有效通知一致。',
      },
      wire: 'GET both',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: {
        'tracking is interrupted': health,
        'all is well': {
          status: 'OK',
          checkedAt: '2026-11-02T10:00:00Z',
          modules: [],
          activeNoticeIds: [],
        },
      },
      invalid: {
        'modules are missing': { value: withoutModules, breaks: { pointer: '', rule: 'required' } },
        'a host name leaks': {
          value: { ...health, host: 'node-7.internal.example' },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
        'a status is unknown': {
          value: { ...health, status: 'DOWN' },
          breaks: { pointer: '/status', rule: 'enum' },
        },
        'well in spite of an active notice': {
          value: { ...health, status: 'OK' },
          breaks: { pointer: '/status', rule: 'DSC-017', requirement: 'DSC-017' },
        },
      },
    },
  },
});
