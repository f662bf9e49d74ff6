import type { Static } from '@sinclair/typebox';
import { defineMessage, Optional, Ref, Resource } from '../define/index.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { noticedTea } from './_examples.ts';
import { InboundNotice } from './inbound-notice.ts';
import { receivedAt, receivedLines } from './received-lines.ts';
import { InboundNoticeStatus } from './warehouse-codes.ts';

/** The notice, and in the end what came. */
export const Inbound = Resource(
  'Inbound',
  { en: 'Inbound', zh: '入库单' },
  {
    en: 'A notice as the warehouse keeps it, with what was received.',
    zh: '仓库保存的入库预报及其收货结果。',
  },
  {
    ...InboundNotice.properties,
    status: Ref(InboundNoticeStatus),
    receivedLines: Optional(receivedLines),
    receivedAt: Optional(receivedAt),
    ...storedMembers,
  },
);
export type Inbound = Static<typeof Inbound>;

const received: Inbound = {
  ...noticedTea,
  status: 'RECEIVED',
  receivedLines: [
    { lineNo: 1, receivedCount: 198, damagedCount: 3, shortCount: 2 },
    { lineNo: 2, receivedCount: 60, damagedCount: 0, shortCount: 0 },
  ],
  receivedAt: '2026-11-10T16:30:00+08:00',
  revision: 2,
  updatedAt: '2026-11-10T16:30:00+08:00',
};
const { receivedAt: _, ...uncounted } = received;
const [first, second] = received.receivedLines ?? [];

export const inbound = defineMessage({
  schema: Inbound,
  requirements: [],
  examples: {
    valid: { 'on its way': noticedTea, 'received with two short': received },
    invalid: {
      'received, but never': {
        value: uncounted,
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'three more are nowhere': {
        value: { ...received, receivedLines: [{ ...first, receivedCount: 195 }, second] },
        breaks: { pointer: '/receivedLines/0', rule: 'WHS-006', requirement: 'WHS-006' },
      },
      'a line is not accounted for': {
        value: { ...received, receivedLines: [first] },
        breaks: { pointer: '/receivedLines', rule: 'WHS-006', requirement: 'WHS-006' },
      },
      'an unknown status': {
        value: { ...noticedTea, status: 'OPEN' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
    },
  },
});
