import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { alterAnswers, alterOutgoing, fresh, requestWith } from '../../faults/bend.ts';
import type { Fault } from '../../words.ts';

const success = (): Headers =>
  new Headers({
    'Content-Type': 'application/json',
    'OpenWaybill-Version': SPOKEN_VERSION,
    'OpenWaybill-Sandbox': 'true',
    ETag: '"1"',
  });

const stored = {
  revision: 1,
  createdAt: '2026-11-22T00:00:00Z',
  updatedAt: '2026-11-22T00:00:00Z',
};

const operator = { kind: 'hand', role: 'packaging-operator' } as const;
const platform = { kind: 'hand', role: 'platform' } as const;

/** Faults of module `packaging`. */
export const packagingFaults: readonly Fault[] = [
  {
    ...operator,
    id: 'cycle-counted-on-delivery',
    title: { en: 'counts a cycle when the asset is delivered', zh: '送达时即计一次循环' },
    violates: ['PKG-001'],
    bend: alterAnswers(
      'packaging-operator',
      ({ status, body }) =>
        status === 200 && body?.status === 'DELIVERED'
          ? { body: { ...body, cycleCount: body.cycleCount + 1 } }
          : undefined,
      ['getReusableAsset'],
    ),
  },
  {
    ...operator,
    id: 'second-binding-taken',
    title: { en: 'takes a second binding for a good one', zh: '将重复绑定视为正常' },
    violates: ['PKG-002', 'DSC-026'],
    bend: alterAnswers(
      'packaging-operator',
      ({ status, body }) =>
        status === 201 && body?.anomaly === true
          ? { body: { ...body, anomaly: false } }
          : undefined,
      ['recordAssetEvent'],
    ),
  },
  {
    ...operator,
    id: 'asset-digit-unread',
    title: { en: 'does not look at the check digit of an asset', zh: '不校验循环件编号' },
    violates: ['PKG-007', 'DSC-021'],
    bend: alterAnswers(
      'packaging-operator',
      ({ body, asked }) =>
        body?.code === 'CHECK_DIGIT_INVALID' && typeof asked?.assetEventId === 'string'
          ? { status: 201, headers: success(), body: { ...asked, anomaly: false, ...stored } }
          : undefined,
      ['recordAssetEvent'],
    ),
  },
  {
    ...platform,
    id: 'balance-of-earnings',
    title: { en: 'a balance that forgets what was redeemed', zh: '余额漏计兑换' },
    violates: ['PKG-003', 'DSC-026'],
    bend: fresh(() => {
      let redeemed = 0;
      return alterAnswers(
        'platform',
        ({ status, body }) => {
          if (status !== 201) return undefined;
          if (body?.reason === 'REDEEMED') redeemed -= body.points;
          return redeemed === 0
            ? undefined
            : { body: { ...body, balanceAfter: body.balanceAfter + redeemed } };
        },
        ['postGreenCredit'],
      );
    }),
  },
  {
    ...platform,
    id: 'reversed-again',
    title: { en: 'reverses an entry as often as it is asked', zh: '可重复冲正同一分录' },
    violates: ['PKG-004'],
    bend: alterAnswers(
      'platform',
      ({ body, asked }) =>
        body?.errors?.[0]?.pointer === '/reversesEntryId' && asked?.reason === 'REVERSED'
          ? {
              status: 201,
              headers: success(),
              body: {
                entryId: '01999999-0000-7000-8000-000000000001',
                ...asked,
                balanceAfter: 0,
                postedAt: stored.createdAt,
                ...stored,
              },
            }
          : undefined,
      ['postGreenCredit'],
    ),
  },
  {
    ...platform,
    id: 'packaging-in-one-price',
    title: { en: 'hides the price of packaging in that of the goods', zh: '将包装费并入商品价格' },
    violates: ['PKG-005'],
    bend: alterOutgoing(async (request, body) => {
      const [line] = body?.charges?.packaging ?? [];
      if (line === undefined) return undefined;
      const { commodity } = body.charges;
      const hidden = { ...commodity, minor: commodity.minor + line.amount.minor };
      const charges = { ...body.charges, commodity: hidden, packaging: [] };
      return [requestWith(request, { body: { ...body, charges } })];
    }),
  },
  {
    ...platform,
    id: 'consumer-joined',
    title: { en: 'shows the consignee beside the consumer', zh: '积分流水附带收件人引用' },
    violates: ['PKG-006'],
    bend: alterAnswers(
      'platform',
      ({ status, body }) =>
        status === 200 && body?.items?.length > 0
          ? {
              body: {
                ...body,
                items: body.items.map((item: object) => ({
                  ...item,
                  extensions: { 'example.shop.consignee': 'cr1_AAECAwQFBgcICQoLDA0ODw4' },
                })),
              },
            }
          : undefined,
      ['listGreenCredits'],
    ),
  },
];
