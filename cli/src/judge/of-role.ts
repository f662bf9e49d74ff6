import type { ClaimFile } from '@openwaybill/conformance';
import type { Role } from '@openwaybill/schemas';
import { type BaselineFile, readBaselineFile } from '../check/read-baseline.ts';
import { readClaimFile } from '../check/read-claim.ts';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';

type Refused = { readonly complaint: Complaint };

const ofNone = (path: string, role: Role, roles: readonly Role[]): Refused => ({
  complaint: {
    code: EXIT.usage,
    seen: { en: `${path} is of a ${role}`, zh: `${path} 属于 ${role}` },
    wanted: { en: `${roles.join(', ')} is judged`, zh: `判定的是 ${roles.join('、')}` },
    remedy: { en: 'name the file of that role', zh: '请指定该角色的文件' },
  },
});

/** Reads a claim file, which is of one of the roles that are judged. */
export const readClaim = async (
  path: string | undefined,
  roles: readonly Role[],
  io: Io,
): Promise<{ readonly file?: ClaimFile } | Refused> => {
  if (path === undefined) return {};
  const read = await readClaimFile({ claim: path }, io);
  if ('complaint' in read || read.file === undefined) return read;
  const { role } = read.file;
  return roles.includes(role) ? read : ofNone(path, role, roles);
};

/** Reads a baseline, which is of one of the roles that are judged; only one that is named. */
export const readBaselineOf = async (
  path: string | undefined,
  roles: readonly Role[],
  io: Io,
): Promise<{ readonly file?: BaselineFile } | Refused> => {
  if (path === undefined) return {};
  const read = await readBaselineFile({ baseline: path }, io);
  if ('complaint' in read || read.file === undefined) return read;
  const { role } = read.file.baseline;
  return roles.includes(role) ? read : ofNone(path, role, roles);
};
