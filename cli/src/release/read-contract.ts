import { join } from 'node:path';
import type { Contract } from '@openwaybill/schemas';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { parsed } from './parsed.ts';

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  value.name === 'openwaybill' &&
  'version' in value &&
  'schemas' in value;

const noContract = (path: string): Complaint => ({
  code: EXIT.usage,
  seen: { en: `${path} is no contract`, zh: `${path} 不是契约文件` },
  wanted: {
    en: 'a release folder or its contract.json is needed',
    zh: '需要发布文件夹或其 contract.json',
  },
  remedy: { en: 'check the path', zh: '请检查路径' },
});

/** The contract of a release, from its folder or from the file itself. */
export const readContract = async (
  path: string,
  io: Io,
): Promise<{ readonly contract: Contract } | { readonly complaint: Complaint }> => {
  const inFolder = join(path, 'contract.json');
  const file = io.exists(inFolder) ? inFolder : path;
  const read = await io.read(file);
  if (!read.ok) return { complaint: fileComplaint(read.fault) };
  const contract = parsed(read.bytes);
  return isContract(contract) ? { contract } : { complaint: noContract(file) };
};
