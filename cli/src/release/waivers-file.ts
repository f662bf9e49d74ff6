import { join } from 'node:path';
import { type Waiver, type WaiverFault, waiversIn } from '@openwaybill/emit/diff';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { readJsonFile } from '../read-json-file.ts';

const DECISIONS = 'schemas/decisions';
const WAIVERS = join(DECISIONS, 'waivers.json');

const notWhole = (at: string): Complaint => ({
  code: EXIT.usage,
  seen: { en: `the waiver at ${at || '/'} is not whole`, zh: `位于 ${at || '/'} 的豁免不完整` },
  wanted: {
    en: 'a waiver has rule, pointer, release 1.2.0, reason in en and zh, decision NNN-fact.md, approvedBy two roles, and until',
    zh: '豁免须有 rule、pointer、release（如 1.2.0）、中英文 reason、decision（NNN-fact.md）、两个角色的 approvedBy 与 until',
  },
  remedy: { en: 'complete it', zh: '请补全' },
});

const noRecord = (decision: string): Complaint => ({
  code: EXIT.usage,
  seen: {
    en: `a waiver names ${decision}, which is not there`,
    zh: `豁免所引 ${decision} 不存在`,
  },
  wanted: {
    en: `every waiver has its record in ${DECISIONS}`,
    zh: `每项豁免须在 ${DECISIONS} 中有记录`,
  },
  remedy: { en: 'write the record, or take the waiver out', zh: '请撰写记录，或移除该豁免' },
});

/**
 * The waivers of a file: the one that is named, else that of a clone where there is one. Those of a clone have their
 * records beside them.
 */
export const readWaivers = async (
  io: Io,
  asked?: string,
): Promise<{ readonly waivers: readonly Waiver[] } | { readonly complaint: Complaint }> => {
  if (asked === undefined && !io.exists(WAIVERS)) return { waivers: [] };
  const read = await readJsonFile<unknown>(io, asked ?? WAIVERS);
  if ('complaint' in read) return read;
  const found = waiversIn(read.value);
  if (!found.ok) return { complaint: notWhole(found.at) };
  const { waivers } = found;
  const lost = waivers.find(({ decision }) => !io.exists(join(DECISIONS, decision)));
  return asked === undefined && lost !== undefined
    ? { complaint: noRecord(lost.decision) }
    : { waivers };
};

const FAULTS = {
  STALE: { en: 'covers nothing that was found', zh: '未对应任何发现' },
  EXPIRED: { en: 'has ended', zh: '已过期' },
  FORBIDDEN: { en: 'is for what cannot be waived', zh: '所涉规则不可豁免' },
} as const;

/** A waiver that is no help. */
export const waiverComplaint = ({ waiver, why }: WaiverFault): Complaint => ({
  code: EXIT.nonconforming,
  seen: {
    en: `the waiver of ${waiver.rule} at ${waiver.pointer} ${FAULTS[why].en}`,
    zh: `${waiver.rule} ${waiver.pointer} 的豁免${FAULTS[why].zh}`,
  },
  wanted: { en: 'every waiver of a release is of use', zh: '版本的每项豁免均须有效' },
  remedy: { en: 'take it out, or renew it', zh: '请移除或更新' },
});

/** Tells every waiver that is no help. */
export const tellWaiverFaults = (faults: readonly WaiverFault[], common: Common, io: Io): void => {
  for (const fault of faults) complain(io, common, waiverComplaint(fault));
};

/** The day of a moment, by which waivers end. */
export const dayOf = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().slice(0, 'YYYY-MM-DD'.length);
