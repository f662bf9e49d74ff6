import { statementTotals } from '@openwaybill/reference/settlement';
import type { ChargeAdvice, Dispute, Statement, StatementLine } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../../engine/call.ts';
import { uuid7 } from '../../engine/invent.ts';
import { pageAnswer } from '../../engine/page.ts';
import { Refusal } from '../../engine/refusal.ts';
import type { System } from '../../engine/system.ts';
import {
  changeResource,
  collectionNamed,
  findResource,
  listResources,
} from '../../resources/change.ts';
import type { Happening } from '../../resources/hooks.ts';
import { recordRow } from '../../store/resource.ts';
import type { Unit } from '../../store/unit.ts';
import { localDate } from '../../waybills/local-date.ts';

const LINES = 'statement-line';
/** Advices that stand on a statement. */
const STATED = 'stated-advice';
const CURRENCY = 'CNY';
/** Value added tax of six per cent is part of every price. */
const TAX = { of: 6n, in: 106n } as const;

const taxIn = (minor: number): number => Number((BigInt(minor) * TAX.of) / TAX.in);

const putLine = (
  { unit, owner, now }: Pick<Happening, 'unit' | 'owner' | 'now'>,
  statementId: string,
  place: number,
  line: StatementLine,
): void =>
  unit.put(
    recordRow(
      LINES,
      `${statementId}/${String(place).padStart(9, '0')}`,
      owner,
      now,
      line,
      statementId,
    ),
  );

/** The lines of a statement, in the order in which they came to it. */
export const linesOf = async (
  unit: Unit,
  owner: string,
  statementId: string,
): Promise<readonly StatementLine[]> =>
  (await unit.list({ collection: LINES, owner, parent: statementId })).map(
    (row) => row.body as StatementLine,
  );

/** A statement of everything that was advised and is on none yet. */
export const closePeriod = async (happening: Happening) => {
  const { system, unit, owner, now } = happening;
  const all = await listResources(unit, collectionNamed(system, 'charge-advices'), owner);
  const statementId = uuid7(system.random, Date.parse(now));
  const lines: StatementLine[] = [];
  const days: string[] = [];
  for (const advice of all as readonly ChargeAdvice[]) {
    const id = `${owner}/${advice.waybillNo}`;
    if ((await unit.row(STATED, id)) !== undefined || advice.total.currency !== CURRENCY) continue;
    unit.put(recordRow(STATED, id, owner, now, { statementId }));
    days.push(localDate(advice.createdAt));
    for (const { component, amount } of advice.lines)
      lines.push({
        lineId: uuid7(system.random, Date.parse(now)),
        waybillNo: advice.waybillNo,
        component,
        amount,
        taxAmount: { currency: amount.currency, minor: taxIn(amount.minor) },
      });
  }
  for (const [place, line] of lines.entries()) putLine(happening, statementId, place, line);
  const today = localDate(now);
  return {
    statementId,
    period: { fromOn: days.sort()[0] ?? today, toOn: today },
    currency: CURRENCY,
    totalMinor: statementTotals(lines)?.totalMinor ?? 0,
    lineCount: lines.length,
  };
};

/** A statement of an organisation, as its own. */
export const statementOf = async (
  system: System,
  unit: Unit,
  owner: string,
  statementId: string,
): Promise<Statement> => {
  const found = await findResource(unit, collectionNamed(system, 'statements'), owner, statementId);
  if (found === undefined) throw new Refusal('NOT_FOUND');
  return found.resource as Statement;
};

export const listStatementLines: Behaviour = async (call) => {
  const owner = callerOf(call).partyId;
  const { statementId = '' } = call.path;
  await statementOf(call.system, call.unit, owner, statementId);
  return pageAnswer(call, { collection: LINES, owner, parent: statementId }, (row) => row.body);
};

/** Whether a dispute of one of its lines is open. */
export const isDisputed = async (
  system: System,
  unit: Unit,
  owner: string,
  statementId: string,
): Promise<boolean> => {
  const disputes = await listResources(unit, collectionNamed(system, 'disputes'), owner);
  return (disputes as readonly Dispute[]).some(
    (one) => one.statementId === statementId && one.status === 'OPEN',
  );
};

/** A disputed line keeps its statement from being confirmed. */
export const putInDispute = async (
  { system, unit, owner, now }: Happening,
  { statementId }: Dispute,
): Promise<void> => {
  const statement = await statementOf(system, unit, owner, statementId);
  if (statement.status === 'DISPUTED') return;
  const collection = collectionNamed(system, 'statements');
  const happening = { system, unit, now, owner, on: 'open-dispute', path: {}, body: {} };
  await changeResource(happening, collection, { ...statement, status: 'DISPUTED' }, statement);
};

/** What is credited is a line of its own; with the last dispute the statement is issued again. */
export const settleDispute = async (
  { system, unit, owner, now }: Happening,
  { statementId, lineId, creditedAmount }: Dispute,
): Promise<void> => {
  const statement = await statementOf(system, unit, owner, statementId);
  const lines = await linesOf(unit, owner, statementId);
  const line = lines.find((one) => one.lineId === lineId);
  const credits: StatementLine[] =
    creditedAmount === undefined || line === undefined
      ? []
      : [
          {
            ...line,
            lineId: uuid7(system.random, Date.parse(now)),
            amount: { ...creditedAmount, minor: -creditedAmount.minor },
            taxAmount: { ...creditedAmount, minor: -taxIn(creditedAmount.minor) },
          },
        ];
  for (const credit of credits) putLine({ unit, owner, now }, statementId, lines.length, credit);
  const stated = [...lines, ...credits];
  const next = {
    ...statement,
    totalMinor: statementTotals(stated)?.totalMinor ?? statement.totalMinor,
    lineCount: stated.length,
    status: (await isDisputed(system, unit, owner, statementId)) ? 'DISPUTED' : 'ISSUED',
  };
  const happening = { system, unit, now, owner, on: 'DISPUTES_RESOLVED', path: {}, body: {} };
  await changeResource(happening, collectionNamed(system, 'statements'), next, statement);
};
