// The tables of `policy/views.json`, as far as a platform needs them: what leaves by an ordinary answer, and why plaintext may.

const WAY = 'ACCEPTED IN_TRANSIT OUT_FOR_DELIVERY AT_POINT EXCEPTION';
const LATER = 'RETURNING DELIVERED AFTER_SALES';
const ALL = `ORDERED ${WAY} ${LATER}`;
const DAY = 86400;

/** What a party sees in a column of the table, and when it does. */
export type Cell = {
  readonly view: string;
  readonly isAssigned?: true;
  readonly withinSeconds?: number;
  /** Never so here: collection points are not told ahead, no claim is kept, nothing crosses a border. */
  readonly isNever?: true;
};
const over = (columns: string, cell: Cell): Readonly<Record<string, Cell>> =>
  Object.fromEntries(columns.split(' ').map((column) => [column, cell]));
const masked = { ...over(ALL, { view: 'MASKED' }), CLOSED: { view: 'REFERENCE' } };
const point = {
  ...over('OUT_FOR_DELIVERY EXCEPTION RETURNING DELIVERED', { view: 'REFERENCE' }),
  AT_POINT: { view: 'TAIL' },
};
const CELLS: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  merchant: masked,
  isv: masked,
  'courier CORE': masked,
  'courier LINEHAUL': over('ACCEPTED IN_TRANSIT EXCEPTION RETURNING', { view: 'ROUTING' }),
  'courier LAST_MILE': {
    ACCEPTED: { view: 'ROUTING' },
    OUT_FOR_DELIVERY: { view: 'REFERENCE', isAssigned: true },
    AT_POINT: { view: 'TAIL', isAssigned: true },
    ...over('EXCEPTION DELIVERED', { view: 'TAIL', isAssigned: true, withinSeconds: DAY }),
  },
  'service-point': point,
  locker: point,
  warehouse: over('ORDERED ACCEPTED', { view: 'ROUTING' }),
  hub: {
    ...over(`ORDERED ${WAY} RETURNING`, { view: 'ROUTING' }),
    DELIVERED: { view: 'REFERENCE' },
  },
  'customs-agent': over('ACCEPTED IN_TRANSIT', { view: 'REFERENCE' }),
};
/** What a party, with the part of it that calls, sees in a column; nothing where it sees nothing. */
export const cellOf = (role: string, facet: string | undefined, column: string): Cell | undefined =>
  CELLS[facet === undefined ? role : `${role} ${facet}`]?.[column];

/** Who may have which fields for a purpose, in which stages, for how long, how often, and how. */
export type Purpose = {
  readonly purpose: string;
  readonly role: string;
  readonly facet?: string;
  readonly columns: readonly string[];
  readonly fields: readonly string[];
  readonly seconds: number;
  readonly uses: number;
  readonly isReal?: true;
  readonly isSealed?: true;
  readonly isAssigned?: true;
  readonly isOfConsignor?: true;
  readonly approval?: 'PERSON' | 'CONSENT';
};
const row = (
  purpose: string,
  who: string,
  columns: string,
  fields: string,
  seconds: number,
  uses: number,
  more: Partial<Purpose> = {},
): Purpose => {
  const [role = '', facet] = who.split(' ');
  return {
    purpose,
    role,
    ...(facet === undefined ? {} : { facet }),
    columns: columns.split(' '),
    fields: fields.split(' ').filter(Boolean),
    seconds,
    uses,
    ...more,
  };
};
const CORE = 'courier CORE';
const LAST = 'courier LAST_MILE';
const assigned = { isAssigned: true } as const;
const persons = { approval: 'PERSON' } as const;
const PLACED = `${WAY} RETURNING`;
const ROWS: readonly Purpose[] = [
  row('FULFIL_LABEL', CORE, 'ACCEPTED', 'NAME PHONE ADDRESS', 600, 1, { isSealed: true }),
  row('FULFIL_DELIVER', CORE, WAY, 'NAME PHONE ADDRESS DELIVERY_NOTE', 30 * DAY, 3, {
    isSealed: true,
  }),
  row(
    'FULFIL_DELIVER',
    LAST,
    'OUT_FOR_DELIVERY',
    'PHONE ADDRESS DELIVERY_NOTE',
    3 * DAY,
    5,
    assigned,
  ),
  row('FULFIL_DELIVER', LAST, 'AT_POINT EXCEPTION', 'PHONE', 3 * DAY, 5, assigned),
  row('FULFIL_DELIVER', LAST, 'ACCEPTED RETURNING', 'PHONE ADDRESS DELIVERY_NOTE', 3 * DAY, 5, {
    ...assigned,
    isOfConsignor: true,
  }),
  row('FULFIL_SELF_SHIP', 'merchant', WAY, 'NAME PHONE ADDRESS', 1800, 1),
  row('FULFIL_SELF_SHIP', 'isv', WAY, 'NAME PHONE ADDRESS', 1800, 1),
  row('FULFIL_ROUTE', CORE, `ORDERED ${WAY}`, '', 0, 0),
  row('FULFIL_ROUTE', LAST, `ORDERED ${WAY}`, '', 0, 0),
  row('FULFIL_ROUTE', 'courier LINEHAUL', `ORDERED ${WAY}`, '', 0, 0),
  row('FULFIL_CONTACT', CORE, WAY, 'PHONE', DAY, 1),
  row('FULFIL_CONTACT', LAST, WAY, 'PHONE', DAY, 1, assigned),
  row('FULFIL_COLLECT', 'service-point', 'AT_POINT', '', 2 * DAY, 0),
  row('FULFIL_COLLECT', 'locker', 'AT_POINT', '', 2 * DAY, 0),
  row('SERVICE_ADDRESS_CHANGE', 'merchant', WAY, 'ADDRESS', 900, 1),
  row('SERVICE_ADDRESS_CHANGE', CORE, WAY, 'ADDRESS', 900, 1),
  row('SERVICE_NAME_CHECK', 'merchant', `${WAY} ${LATER}`, 'NAME', 900, 1),
  row('SERVICE_NAME_CHECK', CORE, `${WAY} ${LATER}`, 'NAME', 900, 1),
  row('SERVICE_AFTER_SALES', 'merchant', 'EXCEPTION RETURNING AFTER_SALES', 'PHONE', 7 * DAY, 1),
  row('SERVICE_AFTER_SALES', 'isv', 'EXCEPTION RETURNING AFTER_SALES', 'PHONE', 7 * DAY, 1),
  row('SERVICE_AFTER_SALES', CORE, 'EXCEPTION RETURNING AFTER_SALES', 'PHONE', 7 * DAY, 1),
  row('SERVICE_CLAIM', CORE, 'EXCEPTION AFTER_SALES', 'NAME ADDRESS', 3 * DAY, 3, persons),
  row('COMPLIANCE_REAL_NAME', LAST, 'ACCEPTED', 'NAME', 1800, 1, {
    ...assigned,
    isOfConsignor: true,
  }),
  row('COMPLIANCE_INSPECTION', 'regulator', PLACED, 'NAME ADDRESS', DAY, 1, persons),
  row(
    'COMPLIANCE_AUTHORITY',
    'regulator',
    `${PLACED} DELIVERED CLOSED`,
    'NAME PHONE ADDRESS DELIVERY_NOTE',
    30 * DAY,
    1,
    {
      ...persons,
      isReal: true,
    },
  ),
  row('STATS_AGGREGATE', 'regulator', `ORDERED ${PLACED} DELIVERED CLOSED`, '', 0, 0),
  row('STATS_AGGREGATE', 'hub', `ORDERED ${PLACED} DELIVERED CLOSED`, '', 0, 0),
  row(
    'CUSTOMS_DECLARATION',
    'customs-agent',
    'ACCEPTED IN_TRANSIT',
    'NAME ID_NUMBER ADDRESS PHONE',
    DAY,
    1,
    {
      isSealed: true,
      isReal: true,
      approval: 'CONSENT',
    },
  ),
];
/** The rows of a purpose that are a party's. */
export const rowsOf = (
  purpose: string,
  role: string,
  facet: string | undefined,
): readonly Purpose[] =>
  ROWS.filter(
    (one) =>
      one.purpose === purpose &&
      one.role === role &&
      (one.facet === undefined || one.facet === facet),
  );
/** Purposes that no cell of the table of views names for a contact. */
const CONTACTS: Readonly<Record<string, string>> = {
  FULFIL_DELIVER: WAY,
  FULFIL_CONTACT: WAY,
  FULFIL_COLLECT: 'AT_POINT',
  FULFIL_SELF_SHIP: WAY,
  SERVICE_AFTER_SALES: 'EXCEPTION RETURNING AFTER_SALES',
};
const LAST_CONTACTS: Readonly<Record<string, string>> = {
  ...CONTACTS,
  FULFIL_DELIVER: 'OUT_FOR_DELIVERY AT_POINT EXCEPTION',
};
/** The columns in which a purpose may have a contact; nothing where it never may. */
export const contactColumns = (
  purpose: string,
  facet: string | undefined,
): readonly string[] | undefined =>
  (facet === 'LAST_MILE' ? LAST_CONTACTS : CONTACTS)[purpose]?.split(' ');
/** Every purpose but self-shipping, which makes another viewer of a merchant. */
export const PURPOSES: readonly string[] = [...new Set(ROWS.map(({ purpose }) => purpose))].filter(
  (one) => one !== 'FULFIL_SELF_SHIP',
);
