import type { Bend, Fault } from '../../words.ts';
import { alterOutgoing, alterOwnCalls, requestWith, withMember } from '../bend.ts';

/** Alters the orders that leave. */
const alterOrders = (alter: (body: unknown) => unknown): Bend =>
  alterOwnCalls('submitOrder', alter);

const isOrder = (request: Request): boolean =>
  request.method === 'POST' && new URL(request.url).pathname === '/v1/orders';

/** Faults of a caller. A bad member of a request breaks its schema too. */
export const callerFaults: readonly Fault[] = [
  {
    id: 'order-carries-plaintext',
    kind: 'hand',
    role: 'platform',
    title: { en: 'submits a name in the clear', zh: '下单携带明文姓名' },
    violates: ['ORD-001', 'DSC-023', 'MSK-001'],
    bend: alterOrders((body) =>
      withMember(body, ['consignee', 'contactMasked', 'nameMasked'], () => '张三丰'),
    ),
  },
  {
    id: 'consent-omitted',
    kind: 'hand',
    role: 'platform',
    title: { en: 'sends LOCKER without consent', zh: '未经同意选择快件箱' },
    violates: ['ORD-012', 'DSC-023'],
    bend: alterOrders((body) =>
      withMember(body, ['deliveryPreferences'], () => [{ preference: 'LOCKER' }]),
    ),
  },
  {
    id: 'request-extra-member',
    kind: 'hand',
    role: 'platform',
    title: { en: 'puts an undeclared member into an order', zh: '订单携带未声明成员' },
    violates: ['DSC-023'],
    bend: alterOrders((body) => withMember(body, ['urgency'], () => 'HIGH')),
  },
  {
    id: 'version-not-sent',
    kind: 'hand',
    role: 'platform',
    title: { en: 'sends no version of the standard', zh: '请求不带标准版本' },
    violates: ['DSC-025'],
    bend: alterOutgoing(async (request, body) =>
      isOrder(request)
        ? [requestWith(request, { headers: { 'OpenWaybill-Version': null }, body })]
        : undefined,
    ),
  },
  {
    id: 'retry-new-key',
    kind: 'hand',
    role: 'platform',
    title: { en: 'repeats a command under another key', zh: '以新键重发命令' },
    violates: ['CTY-012'],
    bend: {
      options: (options, switchOn) => {
        let count = 0;
        return {
          ...options,
          fetch: async (request: Request) => {
            if (!isOrder(request)) return options.fetch(request);
            count += 1;
            switchOn.fired();
            const tail = String(count).padStart(12, '0');
            return options.fetch(
              new Request(request, {
                headers: {
                  ...Object.fromEntries(request.headers),
                  'idempotency-key': `01a2008d-7400-7091-9ba9-${tail}`,
                },
              }),
            );
          },
        };
      },
    },
  },
  {
    id: 'retry-at-once',
    kind: 'hand',
    role: 'platform',
    title: { en: 'repeats before Retry-After', zh: '重试时间未满即重发' },
    violates: ['DSC-030'],
    bend: {
      options: (options, switchOn) => ({
        ...options,
        wait: async () => {
          switchOn.fired();
        },
      }),
    },
  },
  {
    id: 'retry-refused',
    kind: 'hand',
    role: 'platform',
    title: { en: 'repeats what is not retryable', zh: '重发不可重试的请求' },
    violates: ['DSC-032'],
    bend: {
      options: (options, switchOn) => ({
        ...options,
        fetch: async (request: Request) => {
          const copy = request.clone();
          const answer: Response = await options.fetch(request);
          if (!isOrder(copy) || answer.status !== 422) return answer;
          switchOn.fired();
          return options.fetch(copy);
        },
      }),
    },
  },
];
