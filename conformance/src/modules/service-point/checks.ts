import { acceptance, both, type CaseJudge, checkOf, demand, refusal } from '../../checks/check.ts';
import { SAID } from '../../checks/sayings.ts';
import { eventsOfType } from '../../checks/seen.ts';
import { answerOf, isAccepted, textOf } from '../../transcript/body.ts';
import type { Check, Finding } from '../../words.ts';
import { RESPONSIBLE } from './filing.ts';

const SYSTEMS: readonly unknown[] = ['WGS84', 'GCJ02', 'BD09'];

const named = (point: { readonly geo?: { readonly crs?: unknown } } | undefined): boolean =>
  SYSTEMS.includes(point?.geo?.crs);

/** Every point that is shown says in which system it lies. */
const systemsNamed: CaseJudge = (seen): readonly Finding[] => [
  ...seen
    .calls('listServicePoints')
    .filter(isAccepted)
    .map((list) => {
      const items: unknown = answerOf(list)?.items;
      return demand(
        Array.isArray(items) && items.every(named),
        list,
        { en: 'a coordinate system at every point', zh: '每个坐标均有坐标系' },
        { en: 'a point without one', zh: '坐标无坐标系' },
        { pointer: '/items', surface: 'body' },
      );
    }),
  ...seen
    .calls('getServicePoint')
    .filter(isAccepted)
    .map((read) =>
      demand(named(answerOf(read)), read, { en: 'a coordinate system', zh: '坐标系' }, SAID.none, {
        pointer: '/geo',
        surface: 'body',
      }),
    ),
];

/** What the one who filed may read. */
const OWN = ['submitOutletFiling', 'amendOutletFiling', 'getOutletFiling'];

const namesSomebody = (text: string): boolean =>
  text.includes(RESPONSIBLE.name) || text.includes(RESPONSIBLE.mobile.slice(3));

/** Whatever else the system says, the responsible person is not in it. */
const personUnseen: CaseJudge = (seen): readonly Finding[] => {
  if (seen.one('service-point-filed') === undefined) return [];
  return seen.exchanges.flatMap((exchange) => {
    const isOwn =
      OWN.includes(exchange.operation ?? '') && exchange.probe !== 'service-point-filing-of-others';
    if (isOwn) return [];
    const said = textOf(exchange.from === 'sut' ? exchange.request.body : exchange.response?.body);
    return said === ''
      ? []
      : [
          demand(
            !namesSomebody(said),
            exchange,
            { en: 'no responsible person', zh: '不含负责人' },
            { en: 'the responsible person', zh: '含负责人' },
            { surface: 'body' },
          ),
        ];
  });
};

/** Every status that a read shows was told, under the revision that it has. */
const statusTold: CaseJudge = (seen) => {
  const told = eventsOfType(seen, 'servicepoint.filing.changed');
  return seen
    .probe('service-point-filing-read')
    .filter(isAccepted)
    .map((read) => {
      const { filingId, status, revision } = answerOf(read) ?? {};
      return demand(
        told.some(
          ({ data }) =>
            data?.filingId === filingId && data?.toStatus === status && data?.revision === revision,
        ),
        read,
        { en: 'an event of the status', zh: '该状态的事件' },
        SAID.none,
        { pointer: '/status', surface: 'absence' },
      );
    });
};

/** Every inspection that was told of is in the list, with the instant of its publication. */
const inspectionListed: CaseJudge = (seen) => {
  const list = seen.one('service-point-inspections');
  if (list === undefined || !isAccepted(list)) return undefined;
  const items: unknown = answerOf(list)?.items;
  const listed = Array.isArray(items) ? items : [];
  return eventsOfType(seen, 'servicepoint.inspection.published').map(({ data, attempts }) =>
    demand(
      listed.some(
        (one) => one?.inspectionId === data?.inspectionId && typeof one?.publishedAt === 'string',
      ),
      [list, ...attempts],
      { en: 'the inspection in the list', zh: '列表中有该检查' },
      SAID.listWithoutIt,
      { pointer: '/items', surface: 'body' },
    ),
  );
};

/** What the module demands beyond the shape of its messages. */
export const servicePointChecks: readonly Check[] = [
  checkOf('SVP-001', { 'service-point-systems': systemsNamed }),
  checkOf('SVP-002', {
    'service-point-uncoded': both(
      refusal('service-point-uncoded', 422, 'RULE_VIOLATION', { pointer: '/address/region' }),
      acceptance('service-point-registered', 200, 201),
    ),
  }),
  checkOf('SVP-003', { 'service-point-person': personUnseen }),
  checkOf('SVP-004', { 'service-point-status-told': statusTold }),
  checkOf('SVP-005', {
    'service-point-balance': both(
      refusal('service-point-unbalanced', 422, 'RULE_VIOLATION', { pointer: '/storedCount' }),
      acceptance('service-point-balanced', 200, 201),
    ),
  }),
  checkOf('SVP-006', {
    'service-point-inspection': { judge: inspectionListed, needs: 'ACTIONS' },
  }),
];
