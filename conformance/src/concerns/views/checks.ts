import { cellOf, isOpen, projectValue, type ServedView, servedView } from '@openwaybill/privacy';
import {
  type CellCondition,
  POLICY,
  type StageColumn,
  type Viewer,
  type ViewName,
} from '@openwaybill/schemas';
import {
  acceptance,
  blocked,
  type CaseJudge,
  checkOf,
  demand,
  endingOf,
  holds,
  refusal,
} from '../../checks/check.ts';
import { asPlain } from '../../checks/consignee.ts';
import { eitherOf, SAID } from '../../checks/sayings.ts';
import type { Seen } from '../../checks/seen.ts';
import { answerOf, isAccepted, requestOf, statusOf, textOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Finding, Text } from '../../words.ts';
import { ONLOOKERS } from './onlookers.ts';
import { LOOKED_IN, lookIn } from './views-by-role.ts';
import { GUESSES } from './views-of-merchant.ts';

/** Members that every view has beside those of the person. */
const BESIDE = ['consigneeRef', 'view', 'stage', 'validUntilAt'];
const ONE_HOUR = 3_600_000;

/** Conditions that the runner knows of its own parcel; of all others it knows nothing. */
const KNOWN: Readonly<Partial<Record<CellCondition, true>>> = { ASSIGNED: true };

/** What the policy lets a viewer see in a column: one view, or, where a condition is not ours to know, one or none. */
export const allowedIn = (
  viewer: Viewer,
  column: StageColumn,
): readonly (ServedView | undefined)[] => {
  const cell = cellOf(viewer, column);
  const isKnown = (cell.when ?? []).every((condition) => KNOWN[condition]);
  const open = isOpen(cell, { holds: () => true, ageMilliseconds: ONE_HOUR });
  const view = open ? servedView(cell, column) : undefined;
  return isKnown ? [view] : [view, undefined];
};

const viewName = (view: string): ViewName => view.toLowerCase() as ViewName;

/** The members that an answer has and its view has not. */
const excessOf = (exchange: Exchange): readonly string[] => {
  const body = (answerOf(exchange) ?? {}) as Readonly<Record<string, unknown>>;
  const view = viewName(String(body.view));
  if (!Object.hasOwn(POLICY.views, view)) return ['/view'];
  const kept = projectValue(body, view, BESIDE);
  return Object.keys(body)
    .filter((name) => JSON.stringify(body[name]) !== JSON.stringify(kept[name]))
    .map((name) => `/${name}`);
};

const looks = (seen: Seen, column: StageColumn): readonly Exchange[] => seen.probe(lookIn(column));

/** One look is what the policy says: the view of the cell and nothing beside it, or the answer of an unknown reference. */
const judged = (exchange: Exchange, viewer: Viewer, column: StageColumn): Finding => {
  const allowed = allowedIn(viewer, column);
  const either = eitherOf(allowed.map((view) => view ?? '404 NOT_FOUND'));
  const expected: Text = {
    en: `${either.en} for ${viewer} in ${column}`,
    zh: `${viewer} 于 ${column} 时为 ${either.zh}`,
  };
  if (!isAccepted(exchange))
    return demand(
      allowed.includes(undefined) && statusOf(exchange) === 404,
      exchange,
      expected,
      endingOf(exchange),
      { surface: 'status' },
    );
  const { view } = answerOf(exchange) ?? {};
  if (!allowed.includes(view))
    return demand(false, exchange, expected, SAID.anotherView, {
      pointer: '/view',
      surface: 'body',
    });
  const [excess] = excessOf(exchange);
  return demand(
    excess === undefined,
    exchange,
    { en: `the members of ${view}, and no other`, zh: `仅有视图 ${view} 的成员` },
    { en: 'a member that the view has not', zh: '视图所没有的成员' },
    { surface: 'body', ...(excess === undefined ? {} : { pointer: excess }) },
  );
};

/** Every look of these viewers. */
const asPolicy =
  (isMeant: (viewer: Viewer) => boolean): CaseJudge =>
  (seen) =>
    LOOKED_IN.flatMap((column) =>
      looks(seen, column).flatMap((exchange) => {
        const viewer =
          exchange.from === 'sut' || exchange.from === 'other'
            ? undefined
            : ONLOOKERS.get(exchange.from);
        return viewer === undefined || !isMeant(viewer) ? [] : [judged(exchange, viewer, column)];
      }),
    );

const leavesOf = (value: unknown, pointer = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => leavesOf(member, `${pointer}/${name}`))
    : [pointer];

/** What a vendor sees, its merchant sees too. */
const asItsMerchant: CaseJudge = (seen) =>
  LOOKED_IN.flatMap((column) => {
    const all = looks(seen, column);
    const vendor = all.find(({ from }) => from === 'isv');
    const merchant = all.find(({ from }) => from === 'merchant');
    if (vendor === undefined || merchant === undefined) return [];
    if (!isAccepted(vendor)) return [holds([vendor, merchant])];
    const wider = leavesOf(answerOf(vendor)).filter(
      (one) => !leavesOf(answerOf(merchant)).includes(one),
    );
    return [
      demand(
        isAccepted(merchant) && wider.length === 0,
        [vendor, merchant],
        { en: 'no more than its merchant sees', zh: '不多于其商家所见' },
        isAccepted(merchant)
          ? { en: 'a member that the merchant does not see', zh: '商家所不见的成员' }
          : { en: 'a view', zh: '一个视图' },
        { surface: 'body', ...(wider[0] === undefined ? {} : { pointer: wider[0] }) },
      ),
    ];
  });

/** An answer without what every answer has anew. */
const shown = (exchange: Exchange): string => {
  const { validUntilAt: _, instance: __, ...body } = answerOf(exchange) ?? {};
  return JSON.stringify([statusOf(exchange), body]);
};

const guesses: CaseJudge = (seen) =>
  GUESSES.flatMap(([right, wrong]) => {
    const one = seen.one(right);
    const other = seen.one(wrong);
    return one === undefined || other === undefined
      ? []
      : [
          demand(
            shown(one) === shown(other),
            [one, other],
            { en: 'one answer to a right and to a wrong guess', zh: '猜对与猜错应答相同' },
            SAID.twoAnswers,
            { surface: 'body' },
          ),
        ];
  });

/** Operations whose answer is plaintext by a grant. */
const REVEALING = ['requestReveal', 'requestRevealBatch', 'readReveal'];

const plainOf = (registration: Exchange): readonly string[] => {
  const { contact, address } = requestOf(registration) ?? {};
  return [contact?.name, contact?.mobile, address?.road, address?.unitRoom].filter(
    (text): text is string => typeof text === 'string' && text.length > 1,
  );
};

const nothingPlain: CaseJudge = (seen) => {
  const registered = seen.one('merchant-registered');
  if (registered === undefined) return undefined;
  if (!isAccepted(registered)) return blocked(registered, 'STATE_NOT_REACHED');
  const needles = plainOf(registered);
  return seen.exchanges
    .filter(
      ({ from, to, operation }) =>
        from === 'merchant' && to === 'sut' && !REVEALING.includes(String(operation)),
    )
    .map((exchange) =>
      demand(
        !needles.some((needle) => textOf(exchange.response?.body).includes(needle)),
        exchange,
        { en: 'nothing that was registered in plain', zh: '不含登记时的明文' },
        { en: 'a plain value', zh: '明文值' },
        { surface: 'body' },
      ),
    );
};

const tailFor: CaseJudge = (seen) =>
  ['tail-on-the-day'].flatMap((probe) =>
    seen
      .probe(probe)
      .map((exchange) =>
        demand(
          answerOf(exchange)?.view === 'TAIL',
          exchange,
          { en: 'the view TAIL on the day of the delivery', zh: '派送当日的视图 TAIL' },
          isAccepted(exchange) ? SAID.anotherView : endingOf(exchange),
          { surface: 'body' },
        ),
      ),
  );

const CLOCK = { needs: 'CLOCK' } as const;

/** Who sees what, and when. */
export const viewChecks: readonly Check[] = [
  checkOf('PRV-001', { 'every-cell': asPolicy(() => true) }),
  checkOf('VEW-001', { linehaul: asPolicy((viewer) => viewer === 'COURIER_LINEHAUL') }),
  checkOf('VEW-002', {
    points: asPolicy((viewer) => viewer === 'SERVICE_POINT' || viewer === 'LOCKER'),
  }),
  checkOf('VEW-003', {
    before: {
      ...CLOCK,
      judge: refusal('door-before', 403, 'STAGE_NOT_PERMITTED', { needsTwin: false }),
    },
    assigned: { ...CLOCK, judge: acceptance('door-assigned', 201) },
    unassigned: {
      ...CLOCK,
      judge: refusal('door-unassigned', 403, 'ASSIGNMENT_REQUIRED', { needsTwin: false }),
    },
    after: {
      ...CLOCK,
      judge: refusal('door-after', 403, 'STAGE_NOT_PERMITTED', { needsTwin: false }),
    },
    'tail-on-the-day': { ...CLOCK, judge: tailFor },
    'tail-a-day-later': {
      ...CLOCK,
      judge: refusal('tail-a-day-later', 404, 'NOT_FOUND', { needsTwin: false }),
    },
  }),
  checkOf('VEW-004', { guesses, plain: nothingPlain }),
  checkOf('VEW-005', { 'as-its-merchant': asItsMerchant }),
  checkOf('VEW-009', {
    'of-a-view': { judge: asPlain('view-by-tail'), when: { offers: 'getConsigneeView' } },
    'of-a-parcel': {
      judge: asPlain('query-by-tail', 'query-anonymous'),
      when: { offers: 'queryParcels' },
    },
  }),
];
