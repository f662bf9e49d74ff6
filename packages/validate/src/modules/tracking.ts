import type { Parcel, TestScan, TrackingEvent } from '@openwaybill/schemas';
import { eventCodeEntry } from '../generated/facts.mjs';
import { at, membersRule } from '../rules/members-rule.ts';

type Recorded = Omit<TrackingEvent, 'anomaly' | 'anomalyReason' | 'text'>;

const correctionWords = {
  text: {
    en: 'correctionReason and correctsEventId do not stand together',
    zh: 'correctionReason 与 correctsEventId 须同时出现',
  },
  hint: { en: 'Send both or neither.', zh: '请同时发送或同时省略。' },
};

const recordedRules = (schema: string) => [
  membersRule<Recorded>({
    schema,
    id: 'DSC-022',
    part: 'location',
    broken: ({ eventCode, location }) =>
      at('', !eventCodeEntry(eventCode)?.place || location !== undefined),
    text: { en: 'this event code needs a location', zh: '该事件代码须带地点' },
    hint: { en: 'Add location.', zh: '请补充 location。' },
  }),
  membersRule<Recorded>({
    schema,
    id: 'DSC-022',
    part: 'reason',
    broken: ({ eventCode, reason }) =>
      at('', !eventCodeEntry(eventCode)?.reason || reason !== undefined),
    text: { en: 'this event code needs a reason', zh: '该事件代码须带原因' },
    hint: { en: 'Add reason.', zh: '请补充 reason。' },
  }),
  membersRule<Recorded>({
    schema,
    id: 'DSC-022',
    part: 'correction',
    broken: ({ correctsEventId, correctionReason }) =>
      at('', (correctsEventId === undefined) === (correctionReason === undefined)),
    ...correctionWords,
  }),
  membersRule<Recorded>({
    schema,
    id: 'DSC-022',
    part: 'status',
    broken: ({ eventCode, leg, statusAfter }) => {
      const entry = eventCodeEntry(eventCode);
      return at(
        '/statusAfter',
        statusAfter === undefined ||
          leg === 'RETURN' ||
          entry === undefined ||
          entry.after === statusAfter,
      );
    },
    text: {
      en: 'statusAfter is not the status that the event code leads to',
      zh: 'statusAfter 与事件代码对应的状态不符',
    },
    hint: { en: 'Leave it out: receivers fold.', zh: '可省略：收方自行折叠。' },
  }),
];

/** What an observation needs beside its code, and what a status needs beside it. */
export const trackingRules = [
  ...recordedRules('TrackingEvent'),
  ...recordedRules('TrackingEventRecorded'),
  membersRule<TrackingEvent>({
    schema: 'TrackingEvent',
    id: 'DSC-021',
    broken: ({ anomaly, anomalyReason }) =>
      at('', (anomaly === true) === (anomalyReason !== undefined)),
    text: {
      en: 'anomalyReason stands without an anomaly, or the other way round',
      zh: 'anomalyReason 与 anomaly 须同时出现',
    },
    hint: { en: 'Add anomalyReason to an anomaly only.', zh: '仅异常事件带 anomalyReason。' },
  }),
  membersRule<Parcel>({
    schema: 'Parcel',
    id: 'DSC-021',
    broken: ({ status, sinceAt }) => at('', (status !== 'UNKNOWN') === (sinceAt !== undefined)),
    text: {
      en: 'a known status has no instant, or an unknown one has',
      zh: '已知状态缺少时刻，或未知状态带有时刻',
    },
    hint: { en: 'Add sinceAt to every status but UNKNOWN.', zh: '除 UNKNOWN 外均须带 sinceAt。' },
  }),
  membersRule<TestScan>({
    schema: 'TestScan',
    id: 'DSC-023',
    broken: ({ correctsEventId, correctionReason }) =>
      at('', (correctsEventId === undefined) === (correctionReason === undefined)),
    ...correctionWords,
  }),
];
