import { join } from 'node:path';
import { type Contract, type ContractViews, contractIn } from '@openwaybill/emit/diff';
import { parseJson } from '@openwaybill/validate/light';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { PUBLISHED } from './frozen-contracts.ts';

const MAX_BYTES = 64 * 1024 * 1024;

export type ReadContract =
  | { readonly ok: true; readonly contract: Contract }
  | { readonly ok: false; readonly complaint: Complaint };

const failed = (complaint: Complaint): ReadContract => ({ ok: false, complaint });

/** The document of a name: a version that was published, a folder of a release, or the file itself. */
const pathOf = (name: string, io: Io): string => {
  if (name.endsWith('.json')) return name;
  const published = join(PUBLISHED, name);
  const folder = io.exists(published) && !io.exists(join(name, 'contract.json')) ? published : name;
  return join(folder, 'contract.json');
};

const noContract = (path: string, missing: readonly string[]): Complaint => ({
  code: EXIT.usage,
  seen: {
    en: `${path} is no contract: ${missing.join(', ')} missing or of another kind`,
    zh: `${path} 不是契约文件：缺少 ${missing.join('、')} 或其类型不符`,
  },
  wanted: {
    en: 'the contract.json of a release is needed',
    zh: '需要某个版本的 contract.json',
  },
  remedy: {
    en: `name a release folder, or a version below ${PUBLISHED}`,
    zh: `请指定发布文件夹，或 ${PUBLISHED} 下的版本`,
  },
});

const jsonOf = async (path: string, io: Io): Promise<{ readonly value: unknown } | Complaint> => {
  const read = await io.read(path);
  if (!read.ok) return fileComplaint(read.fault);
  const parsed = parseJson(read.bytes, { maxBytes: MAX_BYTES });
  return parsed.ok ? { value: parsed.value } : noContract(path, ['JSON']);
};

/** The contract of a release by its name; its policy of views, where it stands beside. */
export const readContract = async (name: string, io: Io): Promise<ReadContract> => {
  const path = pathOf(name, io);
  const read = await jsonOf(path, io);
  if (!('value' in read)) return failed(read);
  const found = contractIn(read.value);
  if (!found.ok) return failed(noContract(path, found.missing));
  const beside = path.replace(/contract\.json$/, 'policy/views.json');
  if (beside === path || !io.exists(beside)) return { ok: true, contract: found.contract };
  const policy = await jsonOf(beside, io);
  if (!('value' in policy)) return failed(policy);
  const { views, matrix } = policy.value as Partial<ContractViews>;
  return views === undefined || matrix === undefined
    ? failed(noContract(beside, ['views', 'matrix']))
    : { ok: true, contract: { ...found.contract, policy: { views, matrix } } };
};
