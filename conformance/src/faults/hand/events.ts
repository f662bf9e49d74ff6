import { CHALLENGE } from '../../transcript/challenge.ts';
import type { Fault } from '../../words.ts';
import { alterAnswers, alterDeliveries, type Delivery, fresh } from '../bend.ts';
import { alterStored } from '../stored.ts';

/** Milliseconds after which an impatient sender gives up. */
const IMPATIENCE = 3_000;
/** The number after which one is skipped. */
const SKIPPED: readonly number[] = [9, 10];

/** Faults of a sender of events, whatever their module. */
export const eventFaults: readonly Fault[] = [
  {
    id: 'webhook-unsigned',
    kind: 'hand',
    role: 'courier',
    title: { en: 'leaves the signature out', zh: '推送未签名' },
    violates: ['DSC-008'],
    masks: ['WHK-006'],
    bend: alterDeliveries((delivery) => {
      const { 'webhook-signature': _, ...headers } = delivery.headers;
      return [{ ...delivery, headers }];
    }),
  },
  {
    id: 'signature-of-parsed-body',
    kind: 'hand',
    role: 'courier',
    title: { en: 'signs bytes other than those it sends', zh: '签名的字节与发送的不同' },
    violates: ['DSC-008'],
    masks: ['WHK-006'],
    bend: alterDeliveries((delivery, event) => [
      { ...delivery, body: JSON.stringify(event, undefined, 1) },
    ]),
  },
  {
    id: 'webhook-resigned-id',
    kind: 'hand',
    role: 'courier',
    title: { en: 'gives a retry another id', zh: '重试时更换标识' },
    violates: ['DSC-008', 'DSC-010'],
    bend: {
      options: (options, switchOn) => {
        const sent = new Set<string>();
        return {
          ...options,
          send: async (delivery: Delivery) => {
            const name = `${delivery.url} ${delivery.headers['webhook-id']}`;
            if (delivery.body.includes(CHALLENGE) || !sent.has(name)) {
              sent.add(name);
              return options.send(delivery);
            }
            switchOn.fired();
            const headers = { ...delivery.headers, 'webhook-id': `msg_${'R'.repeat(32)}` };
            return options.send({ ...delivery, headers });
          },
        };
      },
    },
  },
  {
    id: 'timestamp-reused',
    kind: 'hand',
    role: 'courier',
    title: { en: 'repeats the timestamp of the first attempt', zh: '重试沿用首次时间戳' },
    violates: ['DSC-010'],
    bend: {
      options: (options, switchOn) => {
        const sent = new Map<string, Delivery>();
        return {
          ...options,
          send: async (delivery: Delivery) => {
            const name = `${delivery.url} ${delivery.headers['webhook-id']}`;
            const first = sent.get(name);
            if (first !== undefined) switchOn.fired();
            else sent.set(name, delivery);
            return options.send(first ?? delivery);
          },
        };
      },
    },
  },
  {
    id: 'sender-impatient',
    kind: 'hand',
    role: 'courier',
    title: {
      en: 'does not wait for the five seconds of a receiver',
      zh: '未等满五秒即判定推送失败',
    },
    violates: ['DSC-010'],
    bend: {
      options: (options, switchOn) => ({
        ...options,
        send: async (delivery: Delivery) => {
          const began = options.wallClock();
          const answer = await options.send(delivery);
          if (options.wallClock() - began < IMPATIENCE || answer.status === 0) return answer;
          switchOn.fired();
          return { status: 0, body: '' };
        },
      }),
    },
  },
  {
    id: 'no-challenge',
    kind: 'hand',
    role: 'courier',
    title: { en: 'sends events to whoever was named', zh: '未经验证即推送' },
    violates: ['WHK-005'],
    masks: ['DSC-012'],
    bend: {
      options: (options, switchOn) => ({
        ...options,
        send: async (delivery: Delivery) => {
          if (!delivery.body.includes(CHALLENGE)) return options.send(delivery);
          switchOn.fired();
          const { data } = JSON.parse(delivery.body) as {
            readonly data: { readonly challenge: string };
          };
          return { status: 200, body: JSON.stringify({ challenge: data.challenge }) };
        },
      }),
    },
  },
  {
    id: 'followed-redirect',
    kind: 'hand',
    role: 'courier',
    title: { en: 'follows a redirect', zh: '跟随重定向' },
    violates: ['WHK-003'],
    bend: {
      options: (options, switchOn) => ({
        ...options,
        send: async (delivery: Delivery) => {
          const { url, headers, body } = delivery;
          let answer: Response;
          try {
            answer = await options.fetch(new Request(url, { method: 'POST', headers, body }));
          } catch {
            return { status: 0, body: '' };
          }
          const location = answer.headers.get('Location');
          if (answer.status !== 302 || !location)
            return { status: answer.status, body: await answer.text() };
          switchOn.fired();
          return options.send({ ...delivery, url: location });
        },
      }),
    },
  },
  {
    id: 'sequence-gap',
    kind: 'hand',
    role: 'courier',
    title: { en: 'skips a number', zh: '序号跳号' },
    violates: ['DSC-012'],
    bend: alterStored(['sequence'], (row, switchOn) => {
      const { last } = row.body as { readonly last: number };
      // a change may take two numbers at once
      if (!SKIPPED.includes(last)) return row;
      switchOn.fired();
      return { ...row, body: { last: last + 1 } };
    }),
  },
  {
    id: 'event-extra-member',
    kind: 'hand',
    role: 'courier',
    title: { en: 'an undeclared member in a payload', zh: '负载含未声明成员' },
    violates: ['DSC-022'],
    bend: alterStored(['delivery'], (row, switchOn) => {
      const body = row.body as { readonly event: { readonly type: string; readonly data: object } };
      if (body.event.type !== 'org.openwaybill.tracking.event.recorded') return row;
      switchOn.fired();
      const data = { ...body.event.data, internalState: 'WAITING' };
      return { ...row, body: { ...body, event: { ...body.event, data } } };
    }),
  },
  {
    id: 'erasure-forgotten',
    kind: 'hand',
    role: 'courier',
    title: { en: 'shows a person after the erasure', zh: '删除后仍可读取' },
    violates: ['CSN-014'],
    bend: fresh(() => {
      const kept = new Map<string, { readonly headers: Headers; readonly body: unknown }>();
      return alterAnswers(
        'courier',
        ({ status, headers, body, request }) => {
          const known = kept.get(request.url);
          if (status === 200) kept.set(request.url, { headers, body });
          return status === 404 && known !== undefined ? { status: 200, ...known } : undefined;
        },
        ['getOrder'],
      );
    }),
  },
];
