import type { Text } from '@openwaybill/schemas';
import type { ControlCall, ControlRoute } from '../control/route.ts';
import { refuse } from '../engine/refuse.ts';
import type { System } from '../engine/system.ts';
import { type CoverageReader, createCoverage } from './coverage.ts';
import { hereOf, pageAnswer, pageFor } from './page.ts';
import { differencesOf, momentsOf, type Recorder, revisionsOf } from './recorder.ts';
import { requestOf, requestsOf } from './requests.ts';
import { dueOf, parcelsOf, timelineOf } from './timeline.ts';
import { viewsOf } from './views.ts';

const readers = new WeakMap<System, CoverageReader>();

/** What was recorded; a mock without a recorder has none of it. */
const recorderOf = ({ options }: System): Recorder => {
  if (options.recorder !== undefined) return options.recorder;
  throw refuse('NOT_FOUND', {
    seen: { en: 'this mock records nothing', zh: '本模拟服务未作记录' },
    remedy: { en: 'Create it with a recorder.', zh: '请在创建时传入 recorder。' },
  });
};

const coverageOf = (system: System): CoverageReader => {
  const known = readers.get(system) ?? createCoverage(system, recorderOf(system));
  readers.set(system, known);
  return known;
};

const unknownParcel = () =>
  refuse('NOT_FOUND', {
    pointer: '/waybillNo',
    seen: { en: 'there is no such parcel of this tenant', zh: '该租户没有此快件' },
    remedy: {
      en: 'Name one that GET /_mock/timeline lists.',
      zh: '请使用 GET /_mock/timeline 所列的单号。',
    },
  });

const noPage = () =>
  refuse('NOT_FOUND', {
    seen: { en: 'the page was not built', zh: '页面尚未构建' },
    remedy: { en: 'Run: npm run build', zh: '请运行：npm run build' },
  });

const wrongParameter = (name: string, seen: Text) =>
  refuse('PARAMETER_INVALID', {
    pointer: `/${name}`,
    seen,
    remedy: { en: `Write it as ?${name}=…`, zh: `请写作 ?${name}=…` },
  });

/** A number of a query, 0 where it is left out. */
const numberIn = ({ query }: Pick<ControlCall, 'query'>, name: string): number => {
  const text = query.get(name) ?? '0';
  if (/^[0-9]{1,12}$/.test(text)) return Number(text);
  throw wrongParameter(name, { en: `${name} is no number`, zh: `${name} 不是数字` });
};

/** A word of a query, which is needed. */
const wordIn = ({ query }: Pick<ControlCall, 'query'>, name: string): string => {
  const text = query.get(name) ?? '';
  if (text !== '') return text;
  throw wrongParameter(name, { en: `${name} is not given`, zh: `未给出 ${name}` });
};

/** As many of what is due as are shown. */
const MOST_DUE = 100;

/** The page of the inspector and what only it reads; without a recorder there is nothing to inspect. */
export const inspectorRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/_mock/',
    open: async (system, request) => {
      const page = await system.options.inspectorPage?.();
      if (page === undefined) throw noPage();
      return pageAnswer(pageFor(page, await hereOf(system, request.url)));
    },
  },
  {
    method: 'GET',
    path: '/_mock/requests',
    answer: async (call) => ({
      requests: requestsOf(recorderOf(call.system), call.tenant.partyId, numberIn(call, 'after')),
    }),
  },
  {
    method: 'GET',
    path: '/_mock/requests/{seq}',
    answer: async ({ system, tenant, path }) => {
      const found = requestOf(recorderOf(system), system.options, tenant.partyId, Number(path.seq));
      if (found === undefined)
        throw refuse('NOT_FOUND', {
          pointer: '/seq',
          seen: { en: 'this request is not kept (any more)', zh: '该请求未（再）保存' },
          remedy: {
            en: 'Name one that GET /_mock/requests lists.',
            zh: '请使用 GET /_mock/requests 所列的序号。',
          },
        });
      return found;
    },
  },
  {
    method: 'GET',
    path: '/_mock/timeline',
    answer: ({ system, tenant }) =>
      system.transact(tenant.partyId, async (unit) => ({
        parcels: await parcelsOf(unit, tenant.partyId),
      })),
  },
  {
    method: 'GET',
    path: '/_mock/timeline/{waybillNo}',
    answer: async ({ system, tenant: { partyId }, path: { waybillNo = '' } }) => {
      const found = await system.transact(partyId, (unit, now) =>
        timelineOf(system, system.options.recorder, unit, now, partyId, waybillNo),
      );
      if (found === undefined) throw unknownParcel();
      return found;
    },
  },
  {
    method: 'GET',
    path: '/_mock/due',
    answer: ({ system, tenant: { partyId } }) =>
      system.transact(partyId, async (unit) => ({ due: await dueOf(unit, partyId, MOST_DUE) })),
  },
  {
    method: 'GET',
    path: '/_mock/keys',
    // what verifies a signature, without a request to the product interface
    answer: async ({ system }) => ({
      keys: system.keys.published.map(({ publicJwk }) => publicJwk),
    }),
  },
  {
    method: 'GET',
    path: '/_mock/moments',
    answer: async ({ system, tenant }) => ({
      moments: momentsOf(recorderOf(system), tenant.partyId),
    }),
  },
  {
    method: 'GET',
    path: '/_mock/revisions',
    answer: async ({ system, tenant, query }) => ({
      revisions: revisionsOf(
        recorderOf(system),
        tenant.partyId,
        wordIn({ query }, 'collection'),
        wordIn({ query }, 'id'),
      ),
    }),
  },
  {
    method: 'GET',
    path: '/_mock/differences',
    answer: async (call) => ({
      changed: differencesOf(
        recorderOf(call.system),
        call.tenant.partyId,
        numberIn(call, 'from'),
        numberIn(call, 'to'),
      ),
    }),
  },
  {
    method: 'GET',
    path: '/_mock/views',
    answer: async ({ system, tenant: { partyId }, query }) => {
      const waybillNo = wordIn({ query }, 'waybillNo');
      const found = await system.transact(partyId, (unit, now) =>
        viewsOf(system, unit, now, partyId, waybillNo),
      );
      if (found === undefined) throw unknownParcel();
      return found;
    },
  },
  {
    method: 'GET',
    path: '/_mock/coverage',
    answer: async ({ system, tenant }) => coverageOf(system)(tenant.partyId),
  },
];
