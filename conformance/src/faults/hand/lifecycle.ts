import type { Fault } from '../../words.ts';
import {
  alterAnswers,
  alterLifecycle,
  alterRow,
  fresh,
  operationIn,
  problemResponse,
} from '../bend.ts';
import { alterStored } from '../stored.ts';

const hand = { kind: 'hand', role: 'courier' } as const;

/** How often a command to one waybill is refused as the table wants it. */
const PATIENCE = 1;

type Event = { readonly anomaly?: boolean; readonly anomalyReason?: string };

/** Faults that only a walk over a whole lifecycle meets. */
export const lifecycleFaults: readonly Fault[] = [
  {
    ...hand,
    id: 'named-command-refused',
    title: {
      en: 'a waybill cannot be changed once its label is out',
      zh: '出单后拒绝修改运单',
    },
    violates: ['DSC-028'],
    bend: alterRow('waybill', 'update-waybill', () => ({ from: ['BOUND'] })),
  },
  {
    ...hand,
    id: 'evidence-begins-anew',
    title: { en: 'evidence takes a claim back to its filing', zh: '补充证据使理赔退回初始状态' },
    violates: ['DSC-028'],
    bend: alterRow('claim', 'add-claim-evidence', () => ({ to: 'FILED' })),
  },
  {
    ...hand,
    id: 'refusal-worn-out',
    title: {
      en: 'a command that is refused a second time is refused for another reason',
      zh: '第二次拒绝时改用其他理由',
    },
    violates: ['DSC-028'],
    bend: fresh(() => {
      const refused = new Map<string, number>();
      return {
        fetch: (next, switchOn) => async (request) => {
          const response = await next(request);
          const { pathname } = new URL(request.url);
          if (response.status !== 409 || !pathname.startsWith('/v1/waybills/')) return response;
          const { code } = (await response.clone().json()) as { readonly code?: string };
          if (code !== 'STATE_ILLEGAL') return response;
          const name = `${request.method} ${pathname}`;
          const count = (refused.get(name) ?? 0) + 1;
          refused.set(name, count);
          if (count <= PATIENCE) return response;
          switchOn.fired();
          return problemResponse('NOT_FOUND');
        },
      };
    }),
  },
  {
    ...hand,
    id: 'intercept-twice',
    title: { en: 'takes a second intercept while one is open', zh: '拦截未结时再次受理' },
    violates: ['DSC-028'],
    bend: fresh(() => {
      const taken = new Map<string, { readonly headers: Headers; readonly body: object }>();
      return alterAnswers(
        'courier',
        ({ status, headers, body, request }) => {
          const { pathname } = new URL(request.url);
          const known = taken.get(pathname);
          if (status === 202) taken.set(pathname, { headers, body });
          return status === 409 && known !== undefined ? { status: 202, ...known } : undefined;
        },
        ['interceptWaybill'],
      );
    }),
  },
  {
    ...hand,
    id: 'intercept-begins-anew',
    title: {
      en: 'an intercept that succeeded is only requested again',
      zh: '拦截成功后退回已申请',
    },
    violates: ['DSC-028'],
    bend: alterStored(['intercept'], (row, switchOn) => {
      const { intercept, ...rest } = row.body as { readonly intercept: { readonly state: string } };
      if (intercept.state !== 'SUCCEEDED') return row;
      switchOn.fired();
      return { ...row, body: { ...rest, intercept: { ...intercept, state: 'REQUESTED' } } };
    }),
  },
  {
    ...hand,
    id: 'notice-issued-again',
    title: { en: 'a closed notice is as if it were to come', zh: '已关闭的通知变回待生效' },
    violates: ['DSC-028'],
    bend: alterStored(['notice'], (row, switchOn) => {
      const notice = row.body as { readonly status: string };
      if (notice.status !== 'CLOSED') return row;
      switchOn.fired();
      return { ...row, body: { ...notice, status: 'ISSUED' } };
    }),
  },
  {
    ...hand,
    id: 'appeal-upheld-rejected',
    title: { en: 'an appeal that is upheld is rejected', zh: '申诉成立后仍为已驳回' },
    violates: ['DSC-028'],
    bend: alterRow('claim', 'APPEAL_UPHELD', () => ({ to: 'REJECTED' })),
  },
  {
    ...hand,
    id: 'dispute-rejected-upheld',
    title: { en: 'a dispute that is rejected is upheld', zh: '驳回的争议变为成立' },
    violates: ['DSC-028'],
    bend: alterRow('dispute', 'REJECTED', () => ({ to: 'UPHELD' })),
  },
  {
    ...hand,
    id: 'quote-outlived-used',
    title: { en: 'a quote that has run out counts as used', zh: '到期的报价变为已使用' },
    violates: ['DSC-028'],
    bend: alterRow('quote', 'VALID_UNTIL_AT_PASSED', () => ({ to: 'USED' })),
  },
  {
    ...hand,
    role: 'platform',
    id: 'refund-refused-cancelled',
    title: { en: 'a refund that is refused cancels the return', zh: '拒绝退款使退货变为已取消' },
    violates: ['DSC-028'],
    bend: alterRow('return', 'REFUND_REFUSED', () => ({ to: 'CANCELLED' })),
  },
  {
    ...hand,
    role: 'locker',
    id: 'overdue-parcel-faulty',
    title: {
      en: 'a parcel that staff took out counts as collected',
      zh: '工作人员取出的快件记为已取件',
    },
    violates: ['DSC-028'],
    bend: alterRow('locker-deposit', 'FREE_STORAGE_ENDED', () => ({ to: 'FAULT' })),
  },
  {
    ...hand,
    role: 'insurer',
    id: 'claim-paid-closed',
    title: { en: 'a claim that is paid is closed', zh: '已赔付的理赔变为已关闭' },
    violates: ['DSC-028'],
    bend: alterRow('claim', 'CLAIM_PAID', () => ({ to: 'CLOSED' })),
  },
  {
    ...hand,
    role: 'regulator',
    id: 'complaint-due-escalated',
    title: { en: 'a complaint escalates by itself', zh: '投诉逾期后自行升级' },
    violates: ['DSC-028'],
    bend: alterRow('complaint', 'ANSWER_DUE', () => ({ to: 'ESCALATED' })),
  },
  {
    ...hand,
    role: 'regulator',
    id: 'licence-outlived-revoked',
    title: { en: 'a licence that has run out is revoked', zh: '到期的许可变为已吊销' },
    violates: ['DSC-028'],
    bend: alterRow('licence', 'VALIDITY_OVER', () => ({ to: 'REVOKED' })),
  },
  {
    ...hand,
    role: 'hub',
    id: 'suspended-party-fixed',
    title: {
      en: 'a party that is suspended cannot change its entry',
      zh: '暂停的主体不能更改登记',
    },
    violates: ['DSC-028'],
    bend: alterRow('party', 'put-party', ({ from }) =>
      from.length === 0 ? {} : { from: ['REGISTERED'] },
    ),
  },
  {
    ...hand,
    role: 'hub',
    id: 'appeal-dismissed-revoked',
    title: { en: 'an appeal that is dismissed revokes the entry', zh: '申诉驳回却撤销条目' },
    violates: ['DSC-028'],
    bend: alterRow('blacklist-entry', 'APPEAL_DISMISSED', () => ({ to: 'REVOKED' })),
  },
  {
    ...hand,
    role: 'hub',
    id: 'report-refused-revised',
    title: { en: 'a report that is refused counts as revised', zh: '退回的报告变为已修订' },
    violates: ['DSC-028'],
    bend: alterRow('indicator-report', 'REPORT_REFUSED', () => ({ to: 'REVISED' })),
  },
  {
    ...hand,
    role: 'hub',
    id: 'match-expired-declined',
    title: { en: 'a match that ran out is declined', zh: '过期的匹配变为已拒绝' },
    violates: ['DSC-028'],
    bend: alterRow('match', 'EXPIRES_AT_PASSED', () => ({ to: 'DECLINED' })),
  },
  {
    ...hand,
    id: 'gone-challenged-again',
    title: { en: 'a receiver that is gone is challenged again', zh: '接收方已不存在仍重新验证' },
    violates: ['DSC-028'],
    bend: alterStored(['subscription'], (row, switchOn) => {
      const subscription = row.body as { readonly state: string };
      if (subscription.state !== 'ABORTED') return row;
      switchOn.fired();
      return { ...row, body: { ...subscription, state: 'PENDING_CHALLENGE' } };
    }),
  },
  {
    ...hand,
    id: 'notice-withdrawn-closed',
    title: { en: 'a notice that is withdrawn is closed', zh: '撤回的通知变为已关闭' },
    violates: ['DSC-028'],
    bend: alterRow('interruption-notice', 'WITHDRAW', () => ({ to: 'CLOSED' })),
  },
  {
    ...hand,
    id: 'notice-update-begins',
    title: { en: 'an update begins what is only announced', zh: '更新使尚未开始的中断立即生效' },
    violates: ['DSC-028'],
    bend: alterRow('interruption-notice', 'UPDATE', () => ({ to: 'ACTIVE' })),
  },
  {
    ...hand,
    id: 'agreement-outlived-terminated',
    title: { en: 'an agreement that has run out is terminated', zh: '到期的协议变为已终止' },
    violates: ['DSC-028'],
    bend: alterRow('agreement', 'EFFECTIVE_TO', () => ({ to: 'TERMINATED' })),
  },
  {
    ...hand,
    id: 'agreement-revived',
    title: { en: 'an agreement that has run out can be resumed', zh: '到期的协议可被恢复' },
    violates: ['DSC-028'],
    bend: alterLifecycle('agreement', (rows) => [
      ...rows,
      { kind: 'command', on: 'resume-agreement', from: ['EXPIRED'], to: 'EFFECTIVE' },
    ]),
  },
  {
    ...hand,
    role: 'platform',
    id: 'reveal-outlived-revoked',
    title: { en: 'a grant that has run out is revoked', zh: '到期的授权变为已撤销' },
    violates: ['DSC-028'],
    bend: alterRow('reveal', 'LIFE_OVER', () => ({ to: 'REVOKED' })),
  },
  {
    ...hand,
    id: 'reserved-number-voided',
    title: { en: 'voids a number that is no waybill yet', zh: '作废尚未绑定的预留单号' },
    violates: ['DSC-028'],
    bend: fresh(() => {
      const reserved = new Set<string>();
      return {
        fetch: (next, switchOn) => async (request) => {
          const response = await next(request);
          const operation = operationIn('courier', request);
          if (operation === 'allocateWaybillNumbers' && response.status === 201) {
            const { numbers } = (await response.clone().json()) as {
              readonly numbers: readonly string[];
            };
            for (const waybillNo of numbers) reserved.add(waybillNo);
          }
          const waybillNo = new URL(request.url).pathname.split('/')[3] ?? '';
          if (operation !== 'cancelWaybill' || response.status !== 404 || !reserved.has(waybillNo))
            return response;
          switchOn.fired();
          const headers = new Headers(response.headers);
          headers.set('Content-Type', 'application/json');
          return new Response(
            JSON.stringify({ outcome: 'VOIDED', status: 'VOIDED', revision: 2 }),
            { status: 200, headers },
          );
        },
      };
    }),
  },
  {
    ...hand,
    id: 'anomaly-unmarked',
    title: { en: 'keeps an impossible scan as an ordinary one', zh: '不可能的扫描未标异常' },
    violates: ['TRK-002'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) => {
        const items: readonly Event[] = status === 200 ? (body?.items ?? []) : [];
        return items.some(({ anomalyReason }) => anomalyReason === 'ILLEGAL_TRANSITION')
          ? {
              body: {
                ...body,
                items: items.map(({ anomalyReason, ...item }) =>
                  anomalyReason === 'ILLEGAL_TRANSITION'
                    ? { ...item, anomaly: false }
                    : { ...item, ...(anomalyReason === undefined ? {} : { anomalyReason }) },
                ),
              },
            }
          : undefined;
      },
      ['listParcelEvents'],
    ),
  },
];
