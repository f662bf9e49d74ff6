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

/** A line that nobody disputed yet, of a statement of its own. */
const disputable = async (stage: Stage) => {
  if (!holds({ claims: 'pricing' }, stage.claim) || !stage.offers('SCANS')) return undefined;
  if (!(await charge(stage, 1322, 'dispute'))) return undefined;
  const statementId = await closed(stage);
  if (statementId === undefined) return undefined;
  await stage.settle();
  const lines = await stage.call('listStatementLines', { path: { statementId } });
  const lineId: unknown = answerOf(lines)?.items?.[0]?.lineId;
  return typeof lineId === 'string' ? { body: disputeOf(statementId, lineId) } : undefined;
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
    const [lineId, otherId] = await walk(stage, statementId, 'first');
    if (lineId === undefined) return;

    yield step('CALL', 'A line is disputed', '对明细提出争议');
    const opened = await stage.call('openDispute', {
      body: disputeOf(statementId, lineId),
      probe: 'settlement-dispute',
    });
    const path = { statementId };
    const disputed = () => stage.call('getStatement', { path, probe: 'settlement-disputed' });
    await disputed();
    const other =
      otherId === undefined
        ? undefined
        : await stage.call('openDispute', { body: disputeOf(statementId, otherId) });
    await disputed();
    await stage.call('confirmStatement', {
      path,
      intent: 'PROBE',
      probe: 'settlement-confirm-disputed',
    });
    await stage.call('getStatement', { path, probe: 'settlement-still-disputed' });
    const disputeId = String(answerOf(opened)?.disputeId);
    await stage.call('getDispute', { path: { disputeId }, probe: 'settlement-dispute-read' });

    yield step('CALL', 'The dispute is upheld, and the rest confirmed', '争议成立后确认其余');
    const otherDispute: unknown = other === undefined ? undefined : answerOf(other)?.disputeId;
    if (typeof otherDispute === 'string')
      await causeFact(stage, {
        collection: 'disputes',
        resourceId: otherDispute,
        fact: 'REJECTED',
      });
    await causeFact(stage, { collection: 'disputes', resourceId: disputeId, fact: 'UPHELD' });
    await stage.settle();
    await walk(stage, statementId, 'second');
    await stage.call('confirmStatement', { path, probe: 'settlement-confirm' });
  },
});
