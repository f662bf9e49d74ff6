import { scan } from '../../drive/scan.ts';
import type { Stage } from '../../drive/stage.ts';
import { causeFact } from '../../models/walk-from.ts';
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
    const quoted = await quotedWaybill(stage, 1321, 'settlement');
    if (quoted === undefined) return;
    await scan(stage, quoted.waybillNo, 'PICKED_UP');
    await stage.settle();
    await stage.call('listChargeAdvices', {
      query: { limit: '200' },
      probe: 'settlement-advices',
    });

    yield step('CALL', 'The period is closed', '出账');
    const statementId = await causeFact(stage, { collection: 'statements', fact: 'PERIOD_CLOSED' });
    if (statementId === undefined)
      return stage.leaveOut(text('The statement', '账单'), 'NO_FACILITY');
    await stage.settle();
    const [lineId] = await walk(stage, statementId, 'first');
    if (lineId === undefined) return;

    yield step('CALL', 'A line is disputed', '对明细提出争议');
    const opened = await stage.call('openDispute', {
      body: {
        statementId,
        lineId,
        reason: 'WEIGHT',
        evidence: [],
        claimedAmount: { currency: 'CNY', minor: 1 },
      },
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
