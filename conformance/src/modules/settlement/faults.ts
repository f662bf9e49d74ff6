import {
  alterAnswers,
  alterRow,
  fresh,
  operationIn,
  problemResponse,
  withMember,
} from '../../faults/bend.ts';
import { alterStored } from '../../faults/stored.ts';
import type { Fault } from '../../words.ts';

const hand = { kind: 'hand', role: 'courier' } as const;

type Stored = { readonly type?: unknown; readonly event?: { readonly type?: unknown } };

/** Alters the payloads of events of a type before they are signed, as they are delivered and as they are replayed. */
const alterEvents = (type: string, alter: (data: unknown) => unknown) =>
  alterStored(['event', 'delivery'], (row, switchOn) => {
    const { event, ...body } = row.body as Stored;
    if ((event ?? body).type !== `org.openwaybill.${type}`) return row;
    switchOn.fired();
    const path = event === undefined ? ['data'] : ['event', 'data'];
    return { ...row, body: withMember(row.body, path, alter) };
  });

const oneMore = (old: number): number => old + 1;

/** Faults of module `settlement`. */
export const settlementFaults: readonly Fault[] = [
  {
    ...hand,
    id: 'statement-off-by-one',
    title: { en: 'states a total that its lines do not sum to', zh: '账单总额与明细之和不符' },
    violates: ['STL-001', 'DSC-026'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200 ? { body: withMember(body, ['totalMinor'], oneMore) } : undefined,
      ['getStatement'],
    ),
  },
  {
    ...hand,
    id: 'cash-over-remitted',
    title: { en: 'remits more than it collected', zh: '汇付额大于收款额' },
    violates: ['STL-002'],
    bend: alterEvents('settlement.cod.remitted', (data) =>
      withMember(
        withMember(data, ['totalMinor'], oneMore),
        ['items', 0, 'amount', 'minor'],
        oneMore,
      ),
    ),
  },
  {
    ...hand,
    id: 'account-number-told',
    title: { en: 'answers the number of the account', zh: '返回银行账号' },
    violates: ['STL-003', 'DSC-021', 'DSC-026'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200
          ? { body: withMember(body, ['remitAccountRef'], () => '6200000000000000005') }
          : undefined,
      ['getCod'],
    ),
  },
  {
    ...hand,
    id: 'variance-hidden',
    title: { en: 'states a variance that is not the difference', zh: '差异与实际不符' },
    violates: ['STL-004'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200 && body.items.length > 0
          ? {
              body: {
                ...body,
                items: body.items.map((one: { readonly quoteId?: string }) =>
                  one.quoteId === undefined ? one : withMember(one, ['varianceMinor'], oneMore),
                ),
              },
            }
          : undefined,
      ['listChargeAdvices'],
    ),
  },
  {
    ...hand,
    id: 'disputed-confirmed',
    title: { en: 'lets a disputed statement be confirmed', zh: '允许确认有争议的账单' },
    violates: ['STL-005'],
    bend: alterRow('statement', 'confirm-statement', (row) => ({
      from: [...row.from, 'DISPUTED'],
    })),
  },
  {
    ...hand,
    id: 'collection-elsewhen',
    title: { en: 'tells of a collection at another time than its scan', zh: '收款时刻与轨迹不符' },
    violates: ['STL-006'],
    bend: alterEvents('settlement.cod.collected', (data) =>
      withMember(data, ['collectedAt'], (old: string) =>
        new Date(Date.parse(old) - 60_000).toISOString(),
      ),
    ),
  },
  {
    ...hand,
    id: 'one-dispute-a-statement',
    title: { en: 'takes one dispute of a statement alone', zh: '每份账单仅受理一项争议' },
    violates: ['DSC-028'],
    bend: fresh(() => {
      const disputed = new Set<string>();
      return {
        fetch: (next, switchOn) => async (request) => {
          if (operationIn('courier', request) !== 'openDispute') return next(request);
          const { statementId } = (await request.clone().json()) as {
            readonly statementId: string;
          };
          if (disputed.has(statementId)) {
            switchOn.fired();
            return problemResponse('STATE_ILLEGAL', { from: 'DISPUTED', command: 'openDispute' });
          }
          const response = await next(request);
          if (response.status === 201) disputed.add(statementId);
          return response;
        },
      };
    }),
  },
];
