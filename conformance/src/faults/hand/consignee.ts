import { mintConsigneeRef } from '@openwaybill/privacy';
import { SPOKEN_VERSION } from '@openwaybill/schemas';
import type { Fault } from '../../words.ts';
import { alterAnswers, alterOutgoing, alterRequests, requestWith, withMember } from '../bend.ts';
import { problemAnswer } from '../problem-answer.ts';
import { alterStored } from '../stored.ts';

const MASKED_VIEW = {
  view: 'MASKED',
  contactMasked: { nameMasked: '张**', phoneMasked: '*******0001' },
  addressMasked: {
    provinceName: '辽宁省',
    cityName: '大连市',
    districtName: '中山区',
    tail: '****',
    regionCode: '210202',
    regionCodeVersion: 'NBS-2023',
  },
};

/** Sixteen bytes that follow from a text: what a reference must never be. */
const digestOf = (text: string) => (length: number) => {
  const bytes = new Uint8Array(length);
  for (const [index, character] of [...text].entries()) {
    const at = index % length;
    bytes[at] = ((bytes[at] ?? 0) * 31 + (character.codePointAt(0) ?? 0)) % 256;
  }
  return bytes;
};

const withoutMask = (text: string): string => text.replace(/[*＊]/g, '某');

const VIEWS = ['getConsigneeView'];

const fatEvent = (event: unknown): unknown =>
  withMember(event, ['data', 'contactMasked'], () => MASKED_VIEW.contactMasked);

/** Faults of module `consignee`. */
export const consigneeFaults: readonly Fault[] = [
  {
    id: 'token-shared',
    kind: 'hand',
    role: 'platform',
    title: { en: 'gives two organisations one reference', zh: '两单位共用一个引用' },
    violates: ['CSN-001'],
    bend: alterAnswers(
      'platform',
      ({ body }) =>
        body?.result?.references === undefined
          ? undefined
          : {
              body: withMember(body, ['result', 'references'], (all) =>
                all.map((one: object) => ({ ...one, consigneeRef: body.result.consigneeRef })),
              ),
            },
      ['getTestAction'],
    ),
  },
  {
    id: 'sha256-token',
    kind: 'hand',
    role: 'platform',
    title: { en: 'derives a reference from the person', zh: '由个人信息推导引用' },
    violates: ['CSN-002', 'TOK-001'],
    bend: alterAnswers(
      'platform',
      ({ status, asked, body }) =>
        status === 201
          ? {
              body: withMember(body, ['consignee', 'consigneeRef'], () =>
                mintConsigneeRef(digestOf(`${asked.contact.mobile}${asked.orderNo}`)),
              ),
            }
          : undefined,
      ['registerConsignee'],
    ),
  },
  {
    id: 'token-foreign-403',
    kind: 'hand',
    role: 'platform',
    title: {
      en: 'tells a foreign reference from an unknown one',
      zh: '区分他方引用与不存在的引用',
    },
    violates: ['CSN-003'],
    bend: {
      fetch: (next, switchOn) => {
        const given = new Set<string>();
        return async (request) => {
          const { pathname } = new URL(request.url);
          const answer = await next(request);
          if (pathname === '/v1/consignees' && answer.status === 201)
            given.add(
              ((await answer.clone().json()) as { consignee: { consigneeRef: string } }).consignee
                .consigneeRef,
            );
          if (
            request.method !== 'GET' ||
            answer.status !== 404 ||
            !given.has(pathname.split('/').at(-1) ?? '')
          )
            return answer;
          switchOn.fired();
          return problemAnswer('ROLE_NOT_PERMITTED');
        };
      },
    },
  },
  {
    id: 'accept-masked-input',
    kind: 'hand',
    role: 'platform',
    title: { en: 'takes 王** for a name', zh: '把掩码值当作明文' },
    violates: ['CSN-004', 'PRV-004'],
    bend: alterRequests(
      'platform',
      async (request, body) => {
        const { name } = body?.contact ?? {};
        return typeof name !== 'string' || withoutMask(name) === name
          ? undefined
          : requestWith(request, {
              body: withMember(body, ['contact', 'name'], () => withoutMask(name)),
            });
      },
      ['registerConsignee'],
    ),
  },
  {
    id: 'expand-widens',
    kind: 'hand',
    role: 'platform',
    title: { en: 'shows more to whoever asks for it', zh: '按请求参数扩大视图' },
    violates: ['CSN-005', 'VEW-008'],
    bend: alterAnswers(
      'platform',
      ({ status, request, body }) => {
        if (status !== 200 || !/[?&](view|fields|expand|include)=/.test(request.url))
          return undefined;
        const { region: _region, routing: _routing, ...rest } = body;
        return { body: { ...rest, ...MASKED_VIEW } };
      },
      VIEWS,
    ),
  },
  {
    id: 'stage-claimed',
    kind: 'hand',
    role: 'platform',
    title: { en: 'believes the stage that the caller claims', zh: '采信调用方声明的阶段' },
    violates: ['CSN-006', 'VEW-007'],
    bend: alterAnswers(
      'platform',
      ({ status, request, body }) => {
        const stage = new URL(request.url).searchParams.get('stage');
        return status === 200 && stage !== null ? { body: { ...body, stage } } : undefined;
      },
      VIEWS,
    ),
  },
  {
    id: 'degraded-wider-view',
    kind: 'hand',
    role: 'platform',
    title: { en: 'shows more while it is interrupted', zh: '中断期间放宽视图' },
    violates: ['CTY-001', 'CTY-011', 'CSN-017'],
    bend: alterAnswers(
      'platform',
      ({ status, request, body }) =>
        status === 503 && body?.code === 'INTERRUPTED'
          ? {
              status: 200,
              headers: new Headers({
                'Content-Type': 'application/json',
                'Cache-Control': 'no-store',
                'OpenWaybill-Version': SPOKEN_VERSION,
                'OpenWaybill-Sandbox': 'true',
              }),
              body: {
                consigneeRef: new URL(request.url).pathname.split('/').at(-1),
                stage: 'ACCEPTED',
                validUntilAt: '2026-11-22T00:05:00.000Z',
                ...MASKED_VIEW,
              },
            }
          : undefined,
      VIEWS,
    ),
  },
  {
    id: 'webhook-fat',
    kind: 'hand',
    role: 'platform',
    title: { en: 'puts a masked contact into an event', zh: '事件携带脱敏联系人' },
    violates: ['CSN-015', 'DSC-022'],
    bend: alterStored(['event', 'delivery'], (row, switchOn) => {
      const isDelivery = row.collection === 'delivery';
      const path = isDelivery ? ['event', 'type'] : ['type'];
      let isOfConsignee = false;
      withMember(row.body, path, (type) => {
        isOfConsignee = String(type).includes('.consignee.');
        return type;
      });
      if (!isOfConsignee) return row;
      switchOn.fired();
      return {
        ...row,
        body: isDelivery ? withMember(row.body, ['event'], fatEvent) : fatEvent(row.body),
      };
    }),
  },
  {
    id: 'phone-in-query',
    kind: 'hand',
    role: 'platform',
    title: { en: 'puts a phone number into an address', zh: '网址携带电话号码' },
    violates: ['CSN-016', 'DSC-025'],
    bend: alterOutgoing(async (request, body) =>
      new URL(request.url).pathname === '/v1/orders'
        ? [requestWith(request, { url: `${request.url}?phone=19900000001`, body })]
        : undefined,
    ),
  },
];
