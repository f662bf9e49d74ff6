import { type CaseJudge, checkOf, demand, refusal, unchanged } from '../../checks/check.ts';
import { alterAnswers, alterRequests, requestWith } from '../../faults/bend.ts';
import { walkFrom } from '../../models/walk-from.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Fault, Role, Text } from '../../words.ts';
import type { ModuleSuite } from '../suite.ts';
import { cellsOf, statisticsCells, statisticsRevision } from './cells.ts';

type Cell = {
  readonly regionCode?: string;
  readonly value?: number;
  readonly suppressed?: boolean;
  readonly methodVersion?: string;
};

const READS = ['reportIndicators', 'getIndicatorReport', 'listIndicators'] as const;
/** Rounding to five moves a value by two at most. */
const ROUNDING = 2;

const isTold = ({ value }: Cell): boolean => value !== undefined;

const nineAreWithheld: CaseJudge = (seen) =>
  seen
    .probe('statistics-nine')
    .filter(isAccepted)
    .map((exchange) => {
      const cell: Cell = answerOf(exchange) ?? {};
      return demand(
        cell.suppressed === true && !isTold(cell),
        exchange,
        { en: 'a cell of nine persons without its value', zh: '涉九人的单元不给出值' },
        { en: 'a value', zh: '给出了值' },
        { pointer: '/value', surface: 'body' },
      );
    });

/** The cells of this run in a cube that was read: other runs have other versions of the method. */
const cubes =
  (judge: (cells: readonly Cell[]) => boolean, wanted: Text): CaseJudge =>
  (seen) => {
    const [first] = seen.probe('statistics-cell');
    const own: unknown = first === undefined ? undefined : requestOf(first)?.methodVersion;
    return seen
      .probe('statistics-cube')
      .filter(isAccepted)
      .map((exchange) => {
        const items: unknown = answerOf(exchange)?.items;
        const cells = (Array.isArray(items) ? (items as readonly Cell[]) : []).filter(
          ({ methodVersion }) => methodVersion === own,
        );
        return demand(
          judge(cells),
          exchange,
          wanted,
          { en: 'cells that give one away', zh: '可推算出某一单元' },
          { pointer: '/items', surface: 'body' },
        );
      });
  };

/** A total and all of its parts but one tell that one. */
const isCovered = (cells: readonly Cell[]): boolean =>
  cells.filter((cell) => !isTold(cell)).length !== 1;

const agrees = (cells: readonly Cell[]): boolean => {
  const total = cells.find(({ regionCode }) => regionCode === '210200')?.value;
  const parts = cells.filter((cell) => cell.regionCode !== '210200').filter(isTold);
  const sum = parts.reduce((all, { value = 0 }) => all + value, 0);
  return total === undefined || sum <= total + ROUNDING * (parts.length + 1);
};

const NEEDLE = /"(waybillNo|orderNo|consigneeRef|merchantOrderNo)"|cr1_[A-Za-z0-9_-]{23}/;

const holdsNobody: CaseJudge = (seen) =>
  READS.flatMap((operation) => seen.calls(operation))
    .filter(isAccepted)
    .map((exchange) =>
      demand(
        !NEEDLE.test(JSON.stringify(answerOf(exchange))),
        exchange,
        { en: 'figures alone', zh: '仅有统计数' },
        { en: 'a number or reference of a parcel', zh: '快件的单号或引用' },
        { surface: 'body' },
      ),
    );

const cellsIn = (change: (cell: Cell) => Cell | undefined, operations: readonly string[] = READS) =>
  (['hub', 'regulator'] as const).map((role) => ({
    role,
    bend: alterAnswers(
      role,
      ({ status, body }) => {
        if (status >= 300 || body === undefined) return undefined;
        if (!Array.isArray(body.items)) {
          const altered = change(body);
          return altered === undefined ? undefined : { body: altered };
        }
        if (!body.items.some((cell: Cell) => change(cell) !== undefined)) return undefined;
        return {
          body: { ...body, items: body.items.map((cell: Cell) => change(cell) ?? cell) },
        };
      },
      operations,
    ),
  }));

const [atHub, atRegulator] = cellsIn((cell) =>
  cell.suppressed === true ? { ...cell, suppressed: false, value: 9 } : undefined,
);

const anyRange = (role: Role) =>
  alterRequests(
    role,
    async (request) => {
      const url = new URL(request.url);
      if (!url.searchParams.has('toOn')) return undefined;
      url.searchParams.delete('fromOn');
      url.searchParams.delete('toOn');
      return requestWith(request, { url: url.toString() });
    },
    ['listIndicators'],
  );

const faults: readonly Fault[] = [
  {
    kind: 'hand',
    role: 'regulator',
    id: 'small-cell',
    title: { en: 'publishes cells that are too small', zh: '公布过小的单元' },
    violates: ['STA-002'],
    bend: atRegulator?.bend ?? {},
  },
  {
    kind: 'hand',
    role: 'hub',
    id: 'small-cell-of-a-hub',
    title: { en: 'publishes cells that are too small', zh: '公布过小的单元' },
    violates: ['STA-002'],
    bend: atHub?.bend ?? {},
  },
  {
    kind: 'hand',
    role: 'regulator',
    id: 'range-difference',
    title: { en: 'answers a query over any range', zh: '允许任意期间的查询' },
    violates: ['STA-003'],
    bend: anyRange('regulator'),
  },
  {
    kind: 'hand',
    role: 'hub',
    id: 'range-difference-of-a-hub',
    title: { en: 'answers a query over any range', zh: '允许任意期间的查询' },
    violates: ['STA-003'],
    bend: anyRange('hub'),
  },
  {
    kind: 'hand',
    role: 'regulator',
    id: 'revision-rewrites',
    title: { en: 'a revision overwrites the former value', zh: '修订覆盖原值' },
    violates: ['STA-004'],
    bend: alterAnswers(
      'regulator',
      ({ body }) =>
        body?.status === 'REVISED' ? { body: { ...body, value: body.value + 100 } } : undefined,
      ['getIndicatorReport'],
    ),
  },
  {
    kind: 'hand',
    role: 'regulator',
    id: 'report-names-a-parcel',
    title: { en: 'a figure names a parcel', zh: '统计含运单号' },
    violates: ['STA-005', 'DSC-021'],
    bend: alterAnswers(
      'regulator',
      ({ status, body }) =>
        status === 201 ? { body: { ...body, waybillNo: 'ZZ010000000016' } } : undefined,
      ['reportIndicators'],
    ),
  },
  {
    kind: 'hand',
    role: 'hub',
    id: 'parts-exceed-the-total',
    title: { en: 'districts add up to more than their city', zh: '分项之和超过合计' },
    violates: ['STA-006', 'DSC-026'],
    bend:
      cellsIn(
        (cell) =>
          cell.regionCode === '210202' && cell.value !== undefined
            ? { ...cell, value: cell.value + 10_000 }
            : undefined,
        ['listIndicators'],
      )[0]?.bend ?? {},
  },
];

/** Cells that disclose nobody, periods that do not overlap, values that stay readable. */
export const statisticsSuite: ModuleSuite = {
  scenarios: [statisticsCells, statisticsRevision],
  checks: [
    checkOf('STA-002', {
      'statistics-nine': nineAreWithheld,
      'statistics-complement': cubes(isCovered, {
        en: 'no single cell that follows from the others',
        zh: '没有可由其余推出的单个单元',
      }),
    }),
    checkOf('STA-003', {
      'statistics-fortnight': refusal('statistics-fortnight', 400, 'PARAMETER_INVALID'),
    }),
    checkOf('STA-004', {
      'statistics-former': unchanged(
        'statistics-former-before',
        'statistics-former-after',
        (body) => (body as Cell | undefined)?.value,
      ),
    }),
    checkOf('STA-005', { 'statistics-scan': holdsNobody }),
    checkOf('STA-006', {
      'statistics-sum': cubes(agrees, {
        en: 'parts that are no more than their total',
        zh: '各部分之和不超过总数',
      }),
    }),
  ],
  faults,
  walks: [
    walkFrom({
      entity: 'indicator-report',
      role: ['hub', 'regulator'],
      read: 'getIndicatorReport',
      begin: {
        operation: 'reportIndicators',
        input: async (stage) => ({ body: cellsOf(stage)('210212', 500) }),
      },
      // it takes a second report that revises it; the scenario of revisions has one
      unreached: ['REVISED'],
    }),
  ],
  twins: { reportIndicators: async (stage) => ({ body: cellsOf(stage)('210211', 500) }) },
};
