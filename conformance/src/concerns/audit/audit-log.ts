import type { RevealRequest } from '@openwaybill/schemas';
import { ORDERS } from '../../applicability.ts';
import type { Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';

/** A request of which the log has an entry, however it ends. */
const asked = (parcel: {
  readonly consigneeRef: string;
  readonly waybillNo: string;
}): Omit<RevealRequest, 'consignorRef'> => ({
  ...parcel,
  purpose: 'SERVICE_NAME_CHECK',
  fields: ['NAME'],
  actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
  authentication: 'MFA',
});

/** The size that a checkpoint states, on its second line (C2SP tlog-checkpoint). */
const sizeOf = (exchange: Exchange): number =>
  Number(String(answerOf(exchange)?.checkpoint).split('\n')[1] ?? 0);

const latest = (stage: Stage): Promise<Exchange> =>
  stage.call('getAuditCheckpoint', { probe: 'audit-checkpoint' });

/** The log of a platform before and after it has grown, with the proofs that it only grew. */
export const auditLog = defineScenario({
  id: 'audit-log',
  title: text('The audit log only grows', '审计日志只增不改'),
  system: 'platform',
  when: { offers: 'getAuditCheckpoint' },
  tier: 'W',
  needs: [ORDERS],
  touches: ['AUD-001', 'AUD-002'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel of the platform', '平台的包裹');
    await stage.call('getKeys', { probe: 'audit-keys' });
    const parcel = await stage.prepare('consignment');
    if ('blocked' in parcel || parcel.waybillNo === undefined) return;
    const { consigneeRef, waybillNo } = parcel;
    const body = asked({ consigneeRef, waybillNo });

    yield step('CALL', 'Entries, and a checkpoint after each', '逐条写入并读取检查点');
    const sizes: number[] = [];
    for (const fields of [['NAME'], ['PHONE'], ['NAME', 'ADDRESS']]) {
      await stage.callAs('core', 'requestReveal', {
        body: { ...body, fields },
        intent: 'PROBE',
        probe: 'audit-entry',
      });
      sizes.push(sizeOf(await latest(stage)));
    }

    yield step('CALL', 'The proofs between the checkpoints', '检查点之间的证明');
    const [first = 0, second = 0, last = 0] = sizes;
    for (const [from, to] of [
      [first, second],
      [first, last],
      [second, last],
      [last, last],
    ])
      if (from !== undefined && to !== undefined && from >= 1 && from <= to)
        await stage.call('getAuditConsistency', {
          query: { from: String(from), to: String(to) },
          probe: 'audit-consistency',
        });
    for (const leafIndex of [0, first - 1, last - 1])
      if (leafIndex >= 0 && Number.isSafeInteger(leafIndex))
        await stage.call('getAuditInclusion', {
          query: { leafIndex: String(leafIndex), treeSize: String(last) },
          probe: 'audit-inclusion',
        });

    yield step('CALL', 'The log as its own callers read it', '调用方可读的日志');
    await stage.call('listRevealAuditEntries', { query: { limit: '200' }, probe: 'audit-listing' });
    await stage.call('listRevealAuditEntries', { query: { consigneeRef }, probe: 'audit-listing' });
  },
});
