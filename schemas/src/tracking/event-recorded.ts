import { defineEvent } from '../define/index.ts';
import { arrived } from './_examples.ts';
import { TrackingEventRecorded } from './tracking-event-recorded.ts';

export const eventRecorded = defineEvent({
  type: 'org.openwaybill.tracking.event.recorded',
  since: '1.0',
  title: { en: 'Tracking event recorded', zh: '轨迹事件已记录' },
  description: {
    en: 'Sent for every observation of a parcel, corrections among them. A courier sends it to the platform of the order and to every organisation that has subscribed to the parcel; a hub passes it on, as it came, to those that have subscribed there; who handles a parcel for a courier (service point, locker, warehouse) sends it to that courier. Of a parcel that another courier carries on, each courier tells what it recorded itself, under its own waybill number.',
    zh: '包裹的每一观测（含更正）均发送。快递企业发往订单所属平台及每一订阅该包裹的组织；枢纽原样转发给在其处订阅者；代快递企业经手包裹者（服务点、快件箱、仓库）发往该快递企业。包裹转由另一快递企业续运的，各企业以本企业单号发送其自行记录的观测。',
  },
  from: ['courier', 'service-point', 'locker', 'warehouse', 'hub'],
  to: ['platform', 'hub', 'courier'],
  data: TrackingEventRecorded,
  subject: 'waybillNo',
  lifecycle: 'parcel',
  requirements: [
    {
      id: 'TRK-003',
      level: 'MUST',
      roles: 'any',
      position: 'receiver',
      tier: 'W',
      text: {
        en: 'A repeated `eventId` is accepted and has no second effect.',
        zh: '重复事件接受但不产生二次影响。',
      },
      wire: 'deliver twice; `eventCount`',
      judgedBy: 'check',
    },
    {
      id: 'TRK-004',
      level: 'MUST',
      roles: 'any',
      position: 'receiver',
      tier: 'W',
      text: {
        en: 'A known `eventId` with other content is refused with `EVENT_ID_CONFLICT`.',
        zh: '同号异文的事件须拒绝。',
      },
      wire: 'deliver with a changed code',
      judgedBy: 'check',
    },
    {
      id: 'TRK-013',
      level: 'MUST',
      roles: 'any',
      position: 'receiver',
      tier: 'W',
      text: {
        en: 'An unknown event code is kept and folds as `INFO`.',
        zh: '未知事件代码须保留并按信息处理。',
      },
      wire: 'deliver `X_FUTURE`; read',
      judgedBy: 'check',
    },
    {
      id: 'TRK-014',
      when: { offers: 'getParcel' },
      level: 'MUST',
      roles: 'any',
      position: 'sender',
      tier: 'C',
      text: {
        en: 'Every recorded observation of a subscribed parcel reaches the receiver at least once, or is in `replayEvents`.',
        zh: '观测至少送达一次，否则可重放取得。',
      },
      wire: 'refuse deliveries, then replay',
      judgedBy: 'check',
    },
    {
      id: 'TRK-017',
      when: { offers: 'getParcel' },
      level: 'SHOULD',
      roles: 'any',
      position: 'sender',
      tier: 'W',
      text: {
        en: 'A recorded observation is delivered within 60 s.',
        zh: '观测宜在 60 秒内送达。',
      },
      wire: '`recordedAt` against delivery time',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: { 'arrival at a delivery branch': arrived },
    invalid: {
      'text is only for reads': {
        value: { ...arrived, text: '快件已到达' },
        breaks: { pointer: '', rule: 'additionalProperties', requirement: 'TRK-010' },
      },
      'anomaly is only for reads': {
        value: { ...arrived, anomaly: false },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'code is no code': {
        value: { ...arrived, eventCode: 'arrived' },
        breaks: { pointer: '/eventCode', rule: 'enum' },
      },
    },
  },
});
