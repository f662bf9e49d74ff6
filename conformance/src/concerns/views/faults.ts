import { alterAnswers, alterRequests, requestWith, withMember } from '../../faults/bend.ts';
import type { Fault } from '../../words.ts';
import { CARRIER } from './consigned.ts';

/** The claim of a token that says whose it is; a fault may look into what it is handed. */
const clientOf = (request: Request): string => {
  const [, payload = ''] = (request.headers.get('Authorization') ?? '').split('.');
  try {
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    return String((JSON.parse(text) as { readonly client_id?: string }).client_id);
  } catch {
    return '';
  }
};

const contactMasked = { nameMasked: '张**', phoneMasked: '*******0001' };
const addressMasked = {
  provinceName: '辽宁省',
  cityName: '大连市',
  districtName: '中山区',
  tail: '****',
  regionCode: '210202',
  regionCodeVersion: 'NBS-2023',
};
/** Valid in every resource, and a member that no view has. */
const BESIDE_THE_VIEW = { 'test.example.floor': 5 };
const VIEWS = ['getConsigneeView'];

const hand = { kind: 'hand', role: 'platform' } as const;

/** Shows what another view has, in place of a view of these clients. */
const widened = (client: RegExp, from: string): Fault['bend'] =>
  alterAnswers(
    'platform',
    ({ status, request, body }) => {
      if (status !== 200 || body?.view !== from || !client.test(clientOf(request)))
        return undefined;
      const { region: _, routing: __, waybillNo: ___, phoneMasked: ____, ...rest } = body;
      return { body: { ...rest, view: 'MASKED', contactMasked, addressMasked } };
    },
    VIEWS,
  );

/** Faults of who sees what, and when. */
export const viewFaults: readonly Fault[] = [
  {
    ...hand,
    id: 'view-extra-member',
    title: { en: 'adds a member to the view of a hub', zh: '视图多出成员' },
    violates: ['PRV-001'],
    bend: alterAnswers(
      'platform',
      ({ status, request, body }) =>
        status === 200 && /client-hub/.test(clientOf(request))
          ? { body: { ...body, extensions: BESIDE_THE_VIEW } }
          : undefined,
      VIEWS,
    ),
  },
  {
    ...hand,
    id: 'linehaul-masked',
    title: { en: 'shows sorting a masked name and phone', zh: '向分拨展示脱敏姓名电话' },
    violates: ['VEW-001', 'PRV-001'],
    bend: widened(/client-linehaul/, 'ROUTING'),
  },
  {
    ...hand,
    id: 'point-sees-name',
    title: { en: 'shows a collection point the name', zh: '向代收点展示姓名' },
    violates: ['VEW-002', 'PRV-001'],
    bend: widened(/client-service-point/, 'TAIL'),
  },
  {
    ...hand,
    id: 'door-unassigned',
    title: { en: 'tells the door to whoever of the courier asks', zh: '向未受派者展示门址' },
    violates: ['VEW-003'],
    bend: alterRequests(
      'platform',
      async (request, body) =>
        body?.purpose === 'FULFIL_DELIVER' && body.fields?.includes('ADDRESS')
          ? requestWith(request, { body: withMember(body, ['actor'], () => CARRIER) })
          : undefined,
      ['requestReveal'],
    ),
  },
  {
    ...hand,
    id: 'filter-oracle',
    title: { en: 'filters a list by a plain name', zh: '可按明文姓名筛选列表' },
    violates: ['VEW-004'],
    bend: {
      fetch: (next, switchOn) => {
        const names = new Set<string>();
        return async (request) => {
          const { pathname, searchParams } = new URL(request.url);
          if (pathname === '/v1/consignees' && request.method === 'POST') {
            const body = (await request.clone().json()) as {
              readonly contact?: { readonly name?: string };
            };
            if (body.contact?.name !== undefined) names.add(body.contact.name);
          }
          const answer = await next(request);
          const guess = searchParams.get('name');
          if (guess === null || names.has(guess) || answer.status !== 200) return answer;
          switchOn.fired();
          return next(new Request(`${request.url.split('?')[0]}-of-nobody`, request));
        };
      },
    },
  },
  {
    ...hand,
    id: 'isv-wider',
    title: { en: 'shows a vendor more than its merchant', zh: '向服务商展示多于其商家的信息' },
    violates: ['VEW-005', 'PRV-001'],
    bend: alterAnswers(
      'platform',
      ({ status, request, body }) =>
        status === 200 && /client-isv/.test(clientOf(request)) && body?.view === 'MASKED'
          ? { body: { ...body, extensions: BESIDE_THE_VIEW } }
          : undefined,
      VIEWS,
    ),
  },
  {
    ...hand,
    id: 'tail-as-proof',
    title: { en: 'takes the digits of a label for a proof', zh: '把尾号当作身份证明' },
    violates: ['VEW-009'],
    bend: alterAnswers(
      'platform',
      ({ status, request, body }) => {
        if (status !== 200 || !new URL(request.url).searchParams.has('phoneTail')) return undefined;
        const { region: _, routing: __, ...rest } = body;
        return { body: { ...rest, view: 'MASKED', contactMasked, addressMasked } };
      },
      VIEWS,
    ),
  },
];
