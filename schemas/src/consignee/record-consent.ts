import type { Static } from '@sinclair/typebox';
import { defineOperation, Resource } from '../define/index.ts';
import { ConsentRecord, consentMembers } from './consent-record.ts';

export const ConsentRecording = Resource(
  'ConsentRecording',
  { en: 'Recording of a consent', zh: '同意登记' },
  {
    en: 'A consent as whoever got it reports it; the sender made consentId.',
    zh: '取得同意的一方所报告的同意；consentId 由发送方生成。',
  },
  consentMembers,
);
export type ConsentRecording = Static<typeof ConsentRecording>;

const recording: ConsentRecording = {
  consentId: '019a3b10-5c00-7a10-8b20-0c3d4e5f6081',
  consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
  waybillNo: 'ZZ0000000001',
  scope: 'ONE_PARCEL',
  preference: 'SERVICE_POINT',
  grantedAt: '2026-11-01T18:20:00+08:00',
  channel: 'PHONE_CALL',
};
const { consentId: _, ...withoutId } = recording;

export const recordConsent = defineOperation({
  name: 'record-consent',
  since: '1.0',
  title: { en: 'Record a consent', zh: '登记同意' },
  servedBy: ['platform'],
  calledBy: ['courier', 'locker', 'service-point', 'merchant', 'isv', 'consignee'],
  method: 'POST',
  path: '/v1/consents',
  request: ConsentRecording,
  answer: { status: 201, body: ConsentRecord },
  problems: ['NOT_FOUND', 'CHECK_DIGIT_INVALID'],
  requirements: [],
  examples: {
    request: {
      valid: { 'a service point for one parcel': recording },
      invalid: {
        'consent id is missing': { value: withoutId, breaks: { pointer: '', rule: 'required' } },
        'it comes withdrawn': {
          value: { ...recording, withdrawnAt: '2026-11-02T09:00:00+08:00' },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
        'channel is too long': {
          value: { ...recording, channel: 'the telephone of the branch' },
          breaks: { pointer: '/channel', rule: 'maxLength' },
        },
      },
    },
  },
});
