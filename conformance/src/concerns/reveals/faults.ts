import {
  alterAnswers,
  alterLifecycle,
  alterRequests,
  fresh,
  requestWith,
  underNewKey,
  withMember,
} from '../../faults/bend.ts';
import { alterStored } from '../../faults/stored.ts';
import type { Bend, Fault } from '../../words.ts';

const platform = { kind: 'hand', role: 'platform' } as const;

const ADDRESS = {
  region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
  road: '虚构路8号',
  structured: true,
};
const INVENTED: Readonly<Record<string, object>> = {
  NAME: { name: '张三丰' },
  PHONE: { phone: '+8619900009321', phoneKind: 'VIRTUAL' },
  ADDRESS: { address: ADDRESS },
  DELIVERY_NOTE: { deliveryNote: '请放门口' },
};
const inventedFields = (fields: readonly string[]): object =>
  Object.assign({}, ...fields.map((field) => INVENTED[field]));

const asJson = (headers: Headers): Headers => {
  headers.set('Content-Type', 'application/json');
  headers.set('Cache-Control', 'no-store');
  return headers;
};

const SHOWING = ['requestReveal', 'readReveal'];
const HOUR = 3_600_000;

/** What a purpose of one field allows. */
const SINGLE: Readonly<Record<string, string>> = {
  FULFIL_CONTACT: 'PHONE',
  SERVICE_ADDRESS_CHANGE: 'ADDRESS',
  SERVICE_NAME_CHECK: 'NAME',
};

let actorCount = 0;
const freshActor = (asked: unknown): unknown =>
  withMember(asked, ['actor', 'actorId'], (actorId) => {
    actorCount += 1;
    return actorId === 'emp_busy' ? `emp_${actorCount}` : actorId;
  });

type Counted = {
  readonly actorId?: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly grantedAt: string;
};

/** Keeps some reveals in such a way that a quota does not see them. */
const miscounting = (
  isMeant: (reveal: Counted) => boolean | undefined,
  alter: (reveal: Counted) => object,
): Bend =>
  alterStored(['reveal'], (row, switchOn) => {
    const reveal = row.body as Counted;
    if (isMeant(reveal) !== true) return row;
    switchOn.fired();
    return { ...row, body: { ...reveal, ...alter(reveal) } };
  });

/** Faults of reveals at a platform. */
export const revealFaults: readonly Fault[] = [
  {
    ...platform,
    id: 'gate-skipped',
    title: { en: 'asks for no stronger proof', zh: '不要求加强认证' },
    violates: ['RVL-001'],
    bend: alterRequests(
      'platform',
      async (request, body) =>
        body?.purpose === 'SERVICE_CLAIM' && body.authentication !== 'MFA'
          ? requestWith(request, { body: { ...body, authentication: 'MFA' } })
          : undefined,
      ['requestReveal'],
    ),
  },
  {
    ...platform,
    id: 'purpose-all-fields',
    title: { en: 'reveals every field for any purpose', zh: '任何目的均揭示全部字段' },
    violates: ['RVL-002', 'RVL-001', 'RVL-003', 'CSN-007'],
    bend: alterAnswers(
      'platform',
      ({ status, asked, body, headers }) =>
        status === 403 &&
        body?.code === 'PURPOSE_FIELD_MISMATCH' &&
        asked?.purpose.startsWith('SERVICE_')
          ? {
              status: 201,
              headers: asJson(headers),
              body: {
                revealId: `rv_${crypto.randomUUID().replaceAll('-', '').slice(0, 22)}`,
                status: 'CONSUMED',
                purpose: asked.purpose,
                fieldsGranted: asked.fields,
                expiresAt: new Date(Date.parse('2026-11-22T00:00:00Z') + HOUR).toISOString(),
                remainingUseCount: 0,
                stillMatches: true,
                auditReceipt: body.auditReceipt,
                fields: inventedFields(asked.fields),
              },
            }
          : undefined,
      ['requestReveal'],
    ),
  },
  {
    ...platform,
    id: 'over-ask-trimmed',
    title: { en: 'drops the field too many and grants the rest', zh: '裁剪超出字段后准予' },
    violates: ['RVL-003', 'CSN-007'],
    bend: alterRequests(
      'platform',
      async (request, body) => {
        const only = SINGLE[body?.purpose];
        return only !== undefined && body.fields.length > 1 && body.fields.includes(only)
          ? requestWith(request, { body: { ...body, fields: [only] } })
          : undefined;
      },
      ['requestReveal'],
    ),
  },
  {
    ...platform,
    id: 'grant-immortal',
    title: { en: 'lets no grant end by its time', zh: '授权到期不终止' },
    violates: ['RVL-004', 'CSN-010'],
    bend: alterLifecycle('reveal', (rows) => rows.filter(({ on }) => on !== 'LIFE_OVER')),
  },
  {
    ...platform,
    id: 'grant-outlives-parcel',
    title: { en: 'keeps grants whose parcel has moved on', zh: '包裹阶段已过仍保留授权' },
    violates: ['CSN-011', 'RVL-004'],
    bend: alterLifecycle('reveal', (rows) =>
      rows.filter(({ on }) => on !== 'PARCEL_TERMINAL' && on !== 'STAGE_LEFT'),
    ),
  },
  {
    ...platform,
    id: 'grant-never-withdrawn',
    title: {
      en: 'keeps grants after a complaint, a cancellation or a breach',
      zh: '投诉、取消或泄露后仍保留授权',
    },
    violates: ['RVL-004'],
    bend: alterLifecycle('reveal', (rows) => rows.filter(({ on }) => on !== 'WITHDRAWN')),
  },
  {
    ...platform,
    id: 'reveal-replay-cached',
    title: { en: 'repeats fields from a store', zh: '重放缓存的明文' },
    violates: ['RVL-005', 'CSN-009'],
    bend: fresh(() => {
      const kept = new Map<string, string>();
      return alterAnswers(
        'platform',
        ({ status, request, asked, body, headers }) => {
          const key = `${request.headers.get('Idempotency-Key')} ${JSON.stringify(asked)}`;
          const known = kept.get(key);
          if (known === undefined) {
            if (status === 201) kept.set(key, JSON.stringify(body));
            return undefined;
          }
          if (headers.get('Idempotency-Replayed') === null)
            headers.set('Idempotency-Replayed', 'true');
          return { status: 201, headers, body: JSON.parse(known) };
        },
        ['requestReveal'],
      );
    }),
  },
  {
    ...platform,
    id: 'denial-unlogged',
    title: { en: 'writes no denial into the log', zh: '拒绝不入审计日志' },
    violates: ['RVL-006', 'CSN-008'],
    bend: alterAnswers(
      'platform',
      ({ status, body }) =>
        status >= 400 && body?.auditReceipt !== undefined
          ? { body: withMember(body, ['auditReceipt'], () => undefined) }
          : undefined,
      SHOWING,
    ),
  },
  {
    ...platform,
    id: 'self-ship-unagreed',
    title: {
      en: 'takes any merchant for one that delivers by itself',
      zh: '任何商家均视为自发货',
    },
    violates: ['RVL-001'],
    bend: alterRequests(
      'platform',
      async (request, body, _operation, next) => {
        if (body?.purpose !== 'FULFIL_SELF_SHIP') return undefined;
        const answer = await next(request.clone());
        const { code } = (await answer.clone().json()) as { readonly code?: string };
        if (code !== 'PURPOSE_NOT_GRANTED') return undefined;
        return underNewKey(request, { ...body, purpose: 'SERVICE_NAME_CHECK', fields: ['NAME'] });
      },
      ['requestReveal'],
    ),
  },
  {
    ...platform,
    id: 'quota-missing',
    title: { en: 'counts no reveals', zh: '不计揭示配额' },
    violates: ['RVL-007'],
    bend: alterRequests(
      'platform',
      async (request, body) => {
        const counted = JSON.stringify(body ?? {}).includes('emp_busy');
        if (!counted) return undefined;
        return requestWith(request, {
          body: Array.isArray(body.items)
            ? { ...body, items: body.items.map(freshActor) }
            : freshActor(body),
        });
      },
      ['requestReveal', 'requestRevealBatch'],
    ),
  },
  {
    ...platform,
    id: 'quota-of-organisation-missing',
    title: { en: 'counts reveals for each person alone', zh: '只按操作人计配额' },
    violates: ['RVL-007'],
    bend: miscounting(
      ({ actorId }) => actorId?.startsWith('emp_crowd_'),
      ({ grantedAt }) => ({
        grantedAt: new Date(Date.parse(grantedAt) - 2 * HOUR).toISOString(),
      }),
    ),
  },
  {
    ...platform,
    id: 'quota-of-parcel-missing',
    title: { en: 'reveals one parcel as often as it is asked', zh: '不限同一包裹揭示次数' },
    violates: ['RVL-007'],
    bend: miscounting(
      ({ purpose, fields }) => purpose === 'FULFIL_DELIVER' && fields.join() === 'NAME',
      () => ({ facet: undefined }),
    ),
  },
  {
    ...platform,
    id: 'cacheable-reveal',
    title: { en: 'lets reveals be kept', zh: '揭示应答可被缓存' },
    violates: ['RVL-009', 'DSC-024'],
    bend: alterAnswers(
      'platform',
      ({ status, headers }) => {
        if (status >= 300) return undefined;
        headers.delete('Cache-Control');
        return { headers };
      },
      SHOWING,
    ),
  },
  {
    ...platform,
    id: 'subject-log-empty',
    title: { en: 'shows the person an empty log', zh: '本人查询审计为空' },
    violates: ['RVL-010', 'CSN-013'],
    bend: alterAnswers(
      'platform',
      ({ status, request }) =>
        status === 200 && new URL(request.url).searchParams.has('consigneeRef')
          ? { body: { items: [] } }
          : undefined,
      ['listRevealAuditEntries'],
    ),
  },
  {
    ...platform,
    id: 'subject-document-edited',
    title: { en: 'edits what it hands to a person', zh: '篡改交付本人的审计条目' },
    violates: ['RVL-010'],
    bend: alterAnswers(
      'platform',
      ({ status, body }) =>
        status === 200 && body?.entries?.length > 0
          ? {
              body: {
                ...body,
                entries: body.entries.map((one: { readonly leaf: string }) => ({
                  ...one,
                  leaf: one.leaf.replace('emp_', 'usr_'),
                })),
              },
            }
          : undefined,
      ['getSubjectAccess'],
    ),
  },
  {
    ...platform,
    id: 'reveal-clear-json',
    title: { en: 'answers in clear what has to be sealed', zh: '应密封者以明文返回' },
    violates: ['RVL-011'],
    bend: alterAnswers(
      'platform',
      ({ body }) => {
        if (body?.sealedFields === undefined || body.purpose !== 'FULFIL_DELIVER') return undefined;
        const { sealedFields: _, ...rest } = body;
        return { body: { ...rest, fields: inventedFields(body.fieldsGranted) } };
      },
      SHOWING,
    ),
  },
  {
    ...platform,
    id: 'approval-skipped',
    title: { en: 'shows fields before the approval', zh: '审批前即显示字段' },
    violates: ['RVL-012', 'RVL-011'],
    bend: alterAnswers(
      'platform',
      ({ status, body }) =>
        status === 202
          ? { body: { ...body, fields: inventedFields(body.fieldsGranted) } }
          : undefined,
      ['requestReveal'],
    ),
  },
  {
    kind: 'hand',
    role: 'courier',
    id: 'jwe-unbound',
    title: {
      en: 'takes sealed fields that were meant for another use',
      zh: '受理与用途不符的密封字段',
    },
    violates: ['TOK-008'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.result?.code === 'RULE_VIOLATION'
          ? { body: { state: 'SUCCEEDED', result: { revealId: 'rv_2Jx8mQ4tVb7LkD0sYw9cRA' } } }
          : undefined,
      ['getTestAction'],
    ),
  },
];
