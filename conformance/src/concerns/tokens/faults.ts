import { mintConsigneeRef } from '@openwaybill/privacy';
import { alterAnswers, fresh, withMember } from '../../faults/bend.ts';
import { problemAnswer } from '../../faults/problem-answer.ts';
import { alterStored } from '../../faults/stored.ts';
import type { Bend, Fault } from '../../words.ts';

const REGISTER = ['registerConsignee'];
const PHONE_DIGITS = 8;

// biome-ignore lint/suspicious/noExplicitAny: a fault reads what it pleases
const jsonOf = async (message: Request | Response): Promise<any> => {
  try {
    return await message.clone().json();
  } catch {
    return undefined;
  }
};

/** A number that follows from a key, so that equal keys stay equal. */
const asPhone = (key: string): string => {
  const digits = [...key.slice(4)].map((one) => (one.codePointAt(0) ?? 0) % 10);
  return `mk1_139${digits.slice(0, PHONE_DIGITS).join('')}-${key.slice(-10)}`;
};

/** Sets what a timer does aside: what it would have ended goes on. */
const never = (kind: string): Bend =>
  alterStored(['timer'], (row, switchOn) => {
    if ((row.body as { readonly kind: string }).kind !== kind) return row;
    switchOn.fired();
    return undefined;
  });

const counted = (): Bend => {
  let count = 0;
  return alterAnswers(
    'platform',
    ({ status, body }) => {
      if (status !== 201) return undefined;
      count += 1;
      const bytes = new Uint8Array(16);
      new DataView(bytes.buffer).setUint32(12, count);
      return {
        body: withMember(body, ['consignee', 'consigneeRef'], () => mintConsigneeRef(() => bytes)),
      };
    },
    REGISTER,
  );
};

/** Faults of references, keys, lookups, retention and erasure. */
export const tokenFaults: readonly Fault[] = [
  {
    id: 'token-sequential',
    kind: 'hand',
    role: 'platform',
    title: { en: 'counts its references', zh: '引用按序号生成' },
    violates: ['TOK-001'],
    bend: fresh(counted),
  },
  {
    id: 'token-immortal',
    kind: 'hand',
    role: 'platform',
    title: { en: 'shows a person after the order was closed', zh: '订单关闭后仍展示收件人' },
    violates: ['TOK-005'],
    bend: {
      fetch: (next, switchOn) => {
        const shown = new Map<string, string>();
        return async (request) => {
          const answer = await next(request);
          const { pathname } = new URL(request.url);
          if (request.method !== 'GET' || !/^\/v1\/consignees\/[^/]+$/.test(pathname))
            return answer;
          const key = `${request.headers.get('Authorization')} ${pathname}`;
          if (answer.status === 200) {
            const text = await answer.clone().text();
            const { view, stage } = JSON.parse(text);
            if (view === 'MASKED' && stage === 'DELIVERED') shown.set(key, text);
            return answer;
          }
          const before = shown.get(key);
          if (answer.status !== 404 || before === undefined) return answer;
          switchOn.fired();
          const headers = new Headers(answer.headers);
          headers.set('Content-Type', 'application/json');
          headers.delete('Content-Length');
          return new Response(before, { status: 200, headers });
        };
      },
    },
  },
  {
    id: 'merge-key-global',
    kind: 'hand',
    role: 'platform',
    title: { en: 'gives all merchants one merge key', zh: '各商家共用合单键' },
    violates: ['TOK-006'],
    bend: alterAnswers(
      'platform',
      ({ body }) =>
        body?.mergeKey === undefined
          ? undefined
          : { body: { ...body, mergeKey: `mk1_${'A'.repeat(22)}` } },
      REGISTER,
    ),
  },
  {
    id: 'token-phone-shaped',
    kind: 'hand',
    role: 'platform',
    title: { en: 'gives keys that look like phone numbers', zh: '键值形似电话号码' },
    violates: ['TOK-007'],
    bend: alterAnswers(
      'platform',
      ({ body }) =>
        typeof body?.mergeKey === 'string'
          ? { body: { ...body, mergeKey: asPhone(body.mergeKey) } }
          : undefined,
      REGISTER,
    ),
  },
  {
    id: 'lookup-finds-anybody',
    kind: 'hand',
    role: 'platform',
    title: { en: 'finds an order of whomever one asks for', zh: '对任何查询都返回订单' },
    violates: ['TOK-009'],
    bend: alterAnswers(
      'platform',
      ({ body }) =>
        body?.orderNos?.length === 0 ? { body: { ...body, orderNos: ['OW'] } } : undefined,
      ['lookUpConsignee'],
    ),
  },
  {
    id: 'lookup-oracle',
    kind: 'hand',
    role: 'platform',
    title: { en: 'tells that another merchant has the person', zh: '透露该人属于其他商家' },
    violates: ['TOK-009'],
    bend: {
      fetch: (next, switchOn) => {
        const owners = new Map<string, string | null>();
        return async (request) => {
          const { pathname } = new URL(request.url);
          if (request.method !== 'POST') return next(request);
          const by = request.headers.get('Authorization');
          if (pathname === '/v1/consignees') {
            const mobile = (await jsonOf(request))?.contact?.mobile;
            if (typeof mobile === 'string') owners.set(mobile, by);
          }
          const answer = await next(request.clone());
          if (pathname !== '/v1/consignee-lookups' || answer.status !== 200) return answer;
          const value = (await jsonOf(request))?.value;
          const isForeign = owners.has(value) && owners.get(value) !== by;
          const orderNos = (await jsonOf(answer))?.orderNos;
          if (!isForeign || orderNos.length > 0) return answer;
          switchOn.fired();
          return problemAnswer('PURPOSE_NOT_GRANTED');
        };
      },
    },
  },
  {
    id: 'kept-forever',
    kind: 'hand',
    role: 'platform',
    title: { en: 'keeps plaintext after its time', zh: '到期后仍保存明文' },
    violates: ['RET-001'],
    bend: never('plaintext-retention'),
  },
  {
    id: 'order-kept-forever',
    kind: 'hand',
    role: 'courier',
    title: { en: 'keeps orders after their time', zh: '到期后仍保存订单' },
    violates: ['RET-001'],
    bend: never('order-retention'),
  },
  {
    id: 'return-kept-forever',
    kind: 'hand',
    role: 'courier',
    title: { en: 'shows returns after their time', zh: '到期后仍展示退货单' },
    violates: ['RET-001'],
    bend: fresh(() => {
      const shown = new Map<string, { readonly revision: number }>();
      return alterAnswers(
        'courier',
        ({ request, status, body, headers }) => {
          const { pathname } = new URL(request.url);
          if (status === 200) shown.set(pathname, body);
          const known = shown.get(pathname);
          if (status !== 404 || known === undefined) return undefined;
          headers.set('Content-Type', 'application/json');
          headers.set('ETag', `"${known.revision}"`);
          return { status: 200, headers, body: known };
        },
        ['getReturn'],
      );
    }),
  },
  {
    id: 'erase-410',
    kind: 'hand',
    role: 'platform',
    title: { en: 'tells that an erased person was there', zh: '透露已删除者曾经存在' },
    violates: ['RET-002', 'DSC-024'],
    bend: {
      fetch: (next, switchOn) => {
        const erased = new Set<string>();
        return async (request) => {
          const { pathname } = new URL(request.url);
          const answer = await next(request);
          if (request.method === 'DELETE' && answer.status === 202) erased.add(pathname);
          if (request.method !== 'GET' || answer.status !== 404 || !erased.has(pathname))
            return answer;
          switchOn.fired();
          return problemAnswer('GRANT_EXPIRED');
        };
      },
    },
  },
  ...(['courier', 'platform'] as const).map(
    (role): Fault => ({
      id: `hold-unsaid-${role}`,
      kind: 'hand',
      role,
      title: { en: 'says nothing of what it keeps by law', zh: '删除凭据未列依法保留内容' },
      violates: ['RET-002'],
      bend: alterAnswers(
        role,
        ({ body }) =>
          body?.retained?.length > 0 ? { body: { ...body, retained: [] } } : undefined,
        ['requestErasure', 'eraseConsignee'],
      ),
    }),
  ),
];
