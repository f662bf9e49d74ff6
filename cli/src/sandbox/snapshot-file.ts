import type { Snapshot } from '@openwaybill/mock';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Text } from '../language.ts';
import { readJsonFile } from '../read-json-file.ts';

/** Why a file is no snapshot that can be gone on from. */
export const noSnapshot = (path: string, why: Text): Complaint => ({
  code: EXIT.usage,
  seen: { en: `${path} ${why.en}`, zh: `${path} ${why.zh}` },
  wanted: {
    en: 'a snapshot of a role that is played, with the same seed and world, is needed',
    zh: '需要所扮演角色的、种子与世界相同的快照',
  },
  remedy: {
    en: 'save one from GET /_mock/snapshots/{id}, and name its role and seed',
    zh: '请由 GET /_mock/snapshots/{id} 保存，并指定其角色与种子',
  },
});

/** A snapshot as it was saved; whether it fits is judged by the mock that goes on from it. */
export const readSnapshotFile = async (
  io: Io,
  path: string,
): Promise<{ readonly snapshot: Snapshot } | { readonly complaint: Complaint }> => {
  const read = await readJsonFile<Partial<Snapshot> | null>(io, path);
  if ('complaint' in read) return read;
  const { value: document } = read;
  const isOne =
    typeof document?.format === 'string' &&
    [document.role, document.partyId, document.tenant].every((one) => typeof one === 'string') &&
    typeof document.seed === 'number' &&
    [document.state, document.outbox, document.log, document.counters].every(Array.isArray);
  return isOne
    ? { snapshot: document as Snapshot }
    : { complaint: noSnapshot(path, { en: 'is no snapshot', zh: '不是快照' }) };
};
