import { problemBody } from '../../drive/peer.ts';
import { alterAnswers, fresh } from '../../faults/bend.ts';
import type { Fault } from '../../words.ts';

const platform = { kind: 'hand', role: 'platform' } as const;
const BIND = ['bindContact'];

const json = (headers: Headers): Headers => {
  headers.set('Content-Type', 'application/json');
  headers.set('Cache-Control', 'no-store');
  return headers;
};

/** Faults of bindings at a platform. */
export const virtualNumberFaults: readonly Fault[] = [
  {
    ...platform,
    id: 'vnum-same-tail',
    title: { en: 'ends a virtual number like the real one', zh: '虚拟号与真实号尾号相同' },
    violates: ['VNM-001'],
    bend: fresh(() => {
      let tail: string | undefined;
      return alterAnswers(
        'platform',
        ({ operation, asked, body }) => {
          if (operation === 'registerConsignee') tail = asked?.contact?.mobile?.slice(-4);
          return operation === 'bindContact' && tail !== undefined && body?.number !== undefined
            ? { body: { ...body, number: `${body.number.slice(0, -4)}${tail}` } }
            : undefined;
        },
        ['registerConsignee', ...BIND],
      );
    }),
  },
  {
    ...platform,
    id: 'vnum-immortal',
    title: { en: 'lets no binding end', zh: '联系绑定永不终止' },
    violates: ['VNM-002'],
    bend: fresh(() => {
      const known = new Map<string, unknown>();
      return alterAnswers(
        'platform',
        ({ operation, status, request, body, headers }) => {
          if (operation === 'bindContact') {
            if (status === 201) known.set(body.bindingId, body);
            return undefined;
          }
          // its owner alone reads it: whose token it is, was seen when it was read alive
          const bindingId = new URL(request.url).pathname.split('/').at(-1) ?? '';
          const owner = `${bindingId} ${request.headers.get('Authorization')}`;
          if (status === 200) known.set(owner, body);
          const alive = known.get(owner);
          return status === 404 && alive !== undefined
            ? { status: 200, headers: json(headers), body: alive }
            : undefined;
        },
        ['getContactBinding', ...BIND],
      );
    }),
  },
  {
    ...platform,
    id: 'vnum-glued',
    title: { en: 'glues the extension to the number', zh: '号码与分机合并' },
    violates: ['VNM-003'],
    bend: alterAnswers(
      'platform',
      ({ body }) => {
        if (body?.extension === undefined) return undefined;
        const { extension, ...rest } = body;
        return { body: { ...rest, number: `${body.number}${extension.slice(0, 2)}` } };
      },
      BIND,
    ),
  },
  {
    ...platform,
    id: 'vnum-shared',
    title: { en: 'gives a person one number everywhere', zh: '同一人处处同号' },
    violates: ['VNM-004'],
    bend: fresh(() => {
      let first: string | undefined;
      return alterAnswers(
        'platform',
        ({ asked, body }) => {
          if (body?.number === undefined || asked?.model !== 'AXB' || asked.ttl !== 'P30D')
            return undefined;
          first ??= body.number;
          return { body: { ...body, number: first } };
        },
        BIND,
      );
    }),
  },
  {
    ...platform,
    id: 'vnum-oracle',
    title: { en: "tells another's binding from an unknown one", zh: '区分他方绑定与不存在的绑定' },
    violates: ['VNM-005'],
    bend: fresh(() => {
      const given = new Set<string>();
      return alterAnswers(
        'platform',
        ({ operation, status, request, body }) => {
          if (operation === 'bindContact') {
            if (status === 201) given.add(body.bindingId);
            return undefined;
          }
          const bindingId = new URL(request.url).pathname.split('/').at(-1) ?? '';
          return status === 404 && given.has(bindingId)
            ? { status: 403, body: problemBody('ROLE_NOT_PERMITTED') }
            : undefined;
        },
        ['getContactBinding', ...BIND],
      );
    }),
  },
];
