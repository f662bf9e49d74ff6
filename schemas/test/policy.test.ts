import { describe, expect, test } from 'vitest';
import {
  codesOf,
  POLICY,
  type PolicyCell,
  ROLES,
  type StageColumn,
  View,
  type Viewer,
} from '../src/index.ts';

const { columns, matrix, viewers, views, purposes, besideTheCells, neverInAView } = POLICY;
const VIEWERS = Object.keys(viewers) as readonly Viewer[];

/** A cell in one line: views, what is released by which purpose, conditions, how long. */
const lineOf = ({ shows, released = [], when = [], within }: PolicyCell): string =>
  [
    [
      ...shows,
      ...[...new Set(released.map(({ purpose }) => purpose))].map(
        (purpose) =>
          `${released
            .filter((one) => one.purpose === purpose)
            .map(({ view }) => view)
            .join('+')}(${purpose})`,
      ),
    ].join(' + ') || 'none',
    ...when,
    ...(within === undefined ? [] : [within]),
  ].join(', ');

const rowOf = (viewer: Viewer): readonly string[] =>
  columns.map((column) => lineOf(matrix[viewer][column]));

const D = 'FULFIL_DELIVER';
const A = 'SERVICE_AFTER_SALES';
const S = 'door+contact(FULFIL_SELF_SHIP)';
const HELPED = `masked + contact(${A})`;
const CORE = `masked + reveal+contact(${D})`;
const MERCHANT = [...Array(5).fill('masked'), HELPED, HELPED, 'masked', HELPED, 'reference'];
const POINT = [
  'none',
  'none',
  'reference, PRE_ANNOUNCED',
  'reference',
  'tail + contact(FULFIL_COLLECT)',
  'reference',
  'reference',
  'reference',
  'none',
  'none',
];
const DECLARING = 'reference + reveal(CUSTOMS_DECLARATION)';

// a second witness: the tables of the page, written again
const WANTED: Readonly<Record<Viewer, readonly string[]>> = {
  PLATFORM: Array(10).fill('own'),
  MERCHANT,
  MERCHANT_SELF_SHIP: [
    'masked',
    S,
    S,
    S,
    S,
    `${S} + contact(${A})`,
    HELPED,
    'masked',
    HELPED,
    'reference',
  ],
  ISV: MERCHANT,
  COURIER_CORE: [
    'masked',
    CORE,
    CORE,
    CORE,
    CORE,
    `${CORE} + contact(${A}) + reveal(SERVICE_CLAIM)`,
    HELPED,
    'masked',
    `${HELPED} + reveal(SERVICE_CLAIM)`,
    'reference',
  ],
  COURIER_LINEHAUL: [
    'none',
    'routing',
    'routing',
    'none',
    'none',
    'routing',
    'routing',
    'none',
    'none',
    'none',
  ],
  COURIER_LAST_MILE: [
    'none',
    'routing',
    'none',
    `door+contact(${D}), ASSIGNED`,
    `tail + contact(${D}), ASSIGNED`,
    `tail + contact(${D}), ASSIGNED, PT24H`,
    'none',
    'tail, ASSIGNED, PT24H',
    'none',
    'none',
  ],
  SERVICE_POINT: POINT,
  LOCKER: POINT,
  WAREHOUSE: ['routing', 'routing', ...Array(8).fill('none')],
  PACKAGING_OPERATOR: Array(10).fill('none'),
  HUB: [...Array(7).fill('reference + routing'), 'reference', 'none', 'none'],
  CUSTOMS_AGENT: [
    'none',
    DECLARING,
    DECLARING,
    'none',
    'none',
    'reference, HELD_BY_CUSTOMS',
    ...Array(4).fill('none'),
  ],
  INSURER: [
    ...Array(5).fill('none'),
    'reference, CLAIM_HANDLED',
    'none',
    'none',
    'reference, CLAIM_HANDLED',
    'none',
  ],
  REGULATOR: Array(10).fill('statistics'),
  CONSIGNEE: Array(10).fill('own'),
  ANONYMOUS: ['none', ...Array(8).fill('public-tracking'), 'none'],
};

test.each(VIEWERS)('%s sees what the page says, stage by stage', (viewer) => {
  expect(rowOf(viewer)).toEqual(WANTED[viewer]);
});

test('every role is a viewer', () => {
  expect(
    new Set(Object.values(viewers).flatMap((one) => ('role' in one ? [one.role] : []))),
  ).toEqual(new Set(Object.keys(ROLES)));
});

test('every view of the wire is a view of the policy, in lower case', () => {
  expect(Object.values(views).flatMap((view) => ('code' in view ? [view.code] : []))).toEqual(
    Object.keys(codesOf(View)),
  );
  for (const [name, view] of Object.entries(views))
    if ('code' in view) expect(view.code).toBe(name.toUpperCase());
});

test('no member is in a view and in none', () => {
  const shown = Object.values(views).flatMap(({ members }) => members as readonly string[]);
  expect(neverInAView.filter((member) => shown.includes(member))).toEqual([]);
});

const isFor = (viewer: Viewer) => {
  const { role, facet, withPurpose } = {
    role: undefined,
    facet: undefined,
    withPurpose: undefined,
    ...viewers[viewer],
  };
  return purposes.filter(
    ({ purpose, roles, facets, about }) =>
      about === undefined &&
      role !== undefined &&
      roles.includes(role) &&
      (facet === undefined || (facets ?? [facet]).includes(facet)) &&
      (purpose !== 'FULFIL_SELF_SHIP' || withPurpose === purpose),
  );
};
const stagesOf = (limit: (typeof purposes)[number]): readonly StageColumn[] => [
  ...limit.stages,
  ...(limit.afterSales === true ? (['AFTER_SALES'] as const) : []),
];

describe.each(VIEWERS)('%s', (viewer) => {
  const released = columns.flatMap((column) =>
    ((matrix[viewer][column] as PolicyCell).released ?? []).map(
      ({ purpose }) => `${purpose} ${column}`,
    ),
  );
  test('is released nothing in a stage that the purpose has not', () => {
    const held = new Set(
      isFor(viewer).flatMap((limit) =>
        stagesOf(limit).map((column) => `${limit.purpose} ${column}`),
      ),
    );
    expect(released.filter((one) => !held.has(one))).toEqual([]);
  });

  test('has every purpose in a cell of its stage, or beside the cells', () => {
    const unnamed = isFor(viewer)
      .filter(({ purpose }) => !(besideTheCells as readonly string[]).includes(purpose))
      .flatMap((limit) => stagesOf(limit).map((column) => `${limit.purpose} ${column}`))
      .filter((one) => !released.includes(one));
    expect(unnamed).toEqual([]);
  });
});
