import { holds } from '../../applicability.ts';
import { scan } from '../../drive/scan.ts';
import type { Stage } from '../../drive/stage.ts';
import type { Walk } from '../../models/walk.ts';
import { causeFact, walkFrom } from '../../models/walk-from.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { quotedWaybill } from '../pricing/quoted-order.ts';

/** Reads a statement and all its lines, a few a page; the ids of the lines. */
const walk = async (
  stage: Stage,
  statementId: string,
  round: 'first' | 'second',
): Promise<readonly string[]> => {
  const path = { statementId };
  await stage.call('getStatement', { path, probe: `settlement-statement-${round}` });
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await stage.call('listStatementLines', {
      path,
      query: { limit: '2', ...(cursor === undefined ? {} : { cursor }) },
      probe: `settlement-lines-${round}`,
    });
    const { items, nextCursor } = isAccepted(page) ? (answerOf(page) ?? {}) : {};
    for (const line of Array.isArray(items) ? items : []) ids.push(String(line?.lineId));
    cursor = typeof nextCursor === 'string' && nextCursor !== cursor ? nextCursor : undefined;
  } while (cursor !== undefined);
  return ids;
};

/** A parcel by a quote is picked up, and with that charged; whether it could be had. */
const charge = async (stage: Stage, weightGrams: number, probe: string): Promise<boolean> => {
  const quoted = await quotedWaybill(stage, weightGrams, probe);
  if (quoted === undefined) return false;
  await scan(stage, quoted.waybillNo, 'PICKED_UP');
  await stage.settle();
  return true;
};

const closed = (stage: Stage): Promise<string | undefined> =>
  causeFact(stage, { collection: 'statements', fact: 'PERIOD_CLOSED' });

/** A dispute of one line. */
const disputeOf = (statementId: string, lineId: string) => ({
  statementId,
  lineId,
  reason: 'WEIGHT',
  evidence: [],
  claimedAmount: { currency: 'CNY', minor: 1 },
});

/** The lines of a statement that is closed over so many parcels. */
const stated = async (
  stage: Stage,
  parcelCount: number,
): Promise<{ readonly statementId: string; readonly lineIds: readonly string[] } | undefined> => {
  if (!holds({ claims: 'pricing' }, stage.claim) || !stage.offers('SCANS')) return undefined;
  for (let count = 0; count < parcelCount; count += 1)
    if (!(await charge(stage, 1322 + count, 'dispute'))) return undefined;
  const statementId = await closed(stage);
  if (statementId === undefined) return undefined;
  await stage.settle();
  const lines = await stage.call('listStatementLines', { path: { statementId } });
  const items: unknown = answerOf(lines)?.items;
  return {
    statementId,
    lineIds: (Array.isArray(items) ? items : []).map(({ lineId }) => String(lineId)),
  };
};

/** A line that nobody disputed yet, of a statement of its own. */
const disputable = async (stage: Stage) => {
  const { statementId, lineIds: [lineId] = [] } = (await stated(stage, 1)) ?? {};
  return statementId === undefined || lineId === undefined
    ? undefined
    : { body: disputeOf(statementId, lineId) };
};

const disputes = walkFrom({
  entity: 'dispute',
  role: 'courier',
  read: 'getDispute',
  begin: { operation: 'openDispute', input: disputable },
});

/** Disputes, from their opening: each has a parcel, a charge and a statement before it, so that none is made for its end. */
export const disputeWalk: Walk = {
  ...disputes,
  states: Object.fromEntries(
    Object.entries(disputes.states).flatMap(([state, way]) =>
      state === 'OPEN' ? [[state, { ...way, needs: 'ACTIONS' }]] : [],
    ),
  ),
};

const statements = walkFrom({
  entity: 'statement',
  role: 'courier',
  read: 'getStatement',
  begin: { fact: 'PERIOD_CLOSED' },
  unreached: ['DISPUTED'],
});

/** The lines that nobody disputed yet of the statement that a walk disputed last. */
const undisputed = new WeakMap<Stage, readonly string[]>();

/** Statements; one of nothing has no line to dispute, so that one of two parcels is. */
export const statementWalk: Walk = {
  ...statements,
  states: {
    ...statements.states,
    DISPUTED: {
      needs: 'ACTIONS',
      isOptional: true,
      reach: async (stage) => {
        const { statementId, lineIds: [lineId, ...rest] = [] } = (await stated(stage, 2)) ?? {};
        if (statementId === undefined || lineId === undefined) return undefined;
        const body = disputeOf(statementId, lineId);
        await stage.call('openDispute', { body, intent: 'PREPARE' });
        const path = { statementId };
        undisputed.set(stage, rest);
        return {
          path,
          revision: Number(answerOf(await stage.call('getStatement', { path }))?.revision),
        };
      },
    },
  },
  commands: {
    ...statements.commands,
    openDispute: (stage, { path: { statementId = '' } }) => ({
      body: disputeOf(statementId, undisputed.get(stage)?.[0] ?? ''),
    }),
  },
  givenIn: { openDispute: ['DISPUTED'] },
};

/** A period is closed, a line of it disputed and credited, and what is left is confirmed. */
export const statement = defineScenario({
  id: 'settlement-statement',
  title: text('A statement with a disputed line', '有争议明细的账单'),
  system: 'courier',
  when: { all: [{ claims: 'pricing' }, { claims: 'settlement' }] },
  tier: 'C',
  needs: ['SCANS', 'ACTIONS'],
  touches: ['STL-001', 'STL-003', 'STL-004', 'STL-005', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    await stage.prepare('subscription');
    yield step('CALL', 'A parcel is charged', '快件计费');
    if (!(await charge(stage, 1321, 'settlement'))) return;
    await stage.call('listChargeAdvices', {
      query: { limit: '200' },
      probe: 'settlement-advices',
    });

    yield step('CALL', 'The period is closed', '出账');
    const statementId = await closed(stage);
    if (statementId === undefined)
      return stage.leaveOut(text('The statement', '账单'), 'NO_FACILITY');
    await stage.settle();
    const [lineId] = await walk(stage, statementId, 'first');
    if (lineId === undefined) return;

    yield step('CALL', 'A line is disputed', '对明细提出争议');
    const opened = await stage.call('openDispute', {
      body: disputeOf(statementId, lineId),
      probe: 'settlement-dispute',
    });
    const path = { statementId };
    await stage.call('confirmStatement', {
      path,
      intent: 'PROBE',
      probe: 'settlement-confirm-disputed',
    });
    await stage.call('getStatement', { path, probe: 'settlement-still-disputed' });
    const disputeId = String(answerOf(opened)?.disputeId);
    await stage.call('getDispute', { path: { disputeId }, probe: 'settlement-dispute-read' });

    yield step('CALL', 'The dispute is upheld, and the rest confirmed', '争议成立后确认其余');
    await causeFact(stage, { collection: 'disputes', resourceId: disputeId, fact: 'UPHELD' });
    await stage.settle();
    await walk(stage, statementId, 'second');
    await stage.call('confirmStatement', { path, probe: 'settlement-confirm' });
  },
});
