import { type ClaimFile, ClaimFileForm, misfitsOf } from '@openwaybill/conformance';
import type { Role } from '@openwaybill/schemas';
import { misfitComplaint } from '../check/read-config.ts';
import { readJsonFile } from '../check/read-json-file.ts';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';

/** Reads a claim file, which is of one of the roles that are judged. */
export const readClaim = async (
  path: string | undefined,
  roles: readonly Role[],
  io: Io,
): Promise<{ readonly file?: ClaimFile } | { readonly complaint: Complaint }> => {
  if (path === undefined) return {};
  const read = await readJsonFile<ClaimFile>(io, path);
  if ('complaint' in read) return read;
  const misfits = misfitsOf(ClaimFileForm, read.value);
  if (misfits.length > 0)
    return { complaint: misfitComplaint(path, read.text, misfits, ClaimFileForm) };
  const { role } = read.value;
  if (roles.includes(role)) return { file: read.value };
  return {
    complaint: {
      code: EXIT.usage,
      seen: { en: `${path} is of a ${role}`, zh: `${path} 属于 ${role}` },
      wanted: { en: `${roles.join(', ')} is judged`, zh: `判定的是 ${roles.join('、')}` },
      remedy: { en: 'name the claim file of that role', zh: '请指定该角色的声明文件' },
    },
  };
};
