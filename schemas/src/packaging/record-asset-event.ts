import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, ORGANISATION_ROLES } from '../define/index.ts';
import { boxAssetId } from './_examples.ts';
import { assetEventMembers, ReusableAssetEvent } from './reusable-asset-event.ts';

export const ReusableAssetEventReport = Closed(
  'ReusableAssetEventReport',
  { en: 'Report of an event of a reusable asset', zh: '循环件事件上报' },
  { en: 'What was seen of a reusable asset.', zh: '对循环件的观测上报。' },
  assetEventMembers,
);
export type ReusableAssetEventReport = Static<typeof ReusableAssetEventReport>;

const issued: ReusableAssetEventReport = {
  assetEventId: '019398a0-0000-7000-8000-0000000000e1',
  assetId: boxAssetId,
  step: 'ISSUED',
  pointId: 'DL-ZS-0001',
  occurredAt: '2026-11-22T09:00:00+08:00',
};
const bound: ReusableAssetEventReport = {
  assetEventId: '019398a0-0000-7000-8000-0000000000e2',
  assetId: boxAssetId,
  step: 'BOUND',
  waybillNo: 'ZZ010000000016',
  occurredAt: '2026-11-22T10:00:00+08:00',
};
const { waybillNo: _, ...toNothing } = bound;

export const recordAssetEvent = defineOperation({
  name: 'record-asset-event',
  since: '1.0',
  title: { en: 'Record an event of a reusable asset', zh: '记录循环件事件' },
  description: {
    en: 'The same assetEventId with the same content answers what is stored, with 200. Order of arrival does not matter.',
    zh: '相同 assetEventId 且内容相同者返回已存结果，状态码 200；到达顺序不影响结果。',
  },
  servedBy: ['packaging-operator'],
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/reusable-asset-events',
  request: ReusableAssetEventReport,
  answer: { status: 201, also: [200], body: ReusableAssetEvent },
  problems: ['NOT_FOUND', 'EVENT_ID_CONFLICT', 'CHECK_DIGIT_INVALID', 'RULE_VIOLATION'],
  requirements: [
    {
      id: 'PKG-007',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: { en: 'An `assetId` has a valid check digit.', zh: '循环件编号校验位须正确。' },
      wire: '422 probe',
      when: { offers: 'recordAssetEvent' },
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: { 'issued at a point': issued, 'bound to a waybill': bound },
      invalid: {
        'a wrong check digit': {
          value: { ...issued, assetId: 'RA2102020000172' },
          breaks: { pointer: '/assetId', rule: 'check-digit', requirement: 'PKG-007' },
        },
        'a step of no list': {
          value: { ...issued, step: 'WASHED' },
          breaks: { pointer: '/step', rule: 'enum' },
        },
        'bound to nothing': {
          value: toNothing,
          breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'issued for a waybill': {
          value: { ...issued, waybillNo: 'ZZ010000000016' },
          breaks: { pointer: '/waybillNo', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
  },
});
