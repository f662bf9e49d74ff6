import type { Release } from '@openwaybill/mock';
import { registry } from '@openwaybill/schemas';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { readContract } from '../release/read-contract.ts';

const numbersOf = (version: string): readonly number[] => version.split(/[.-]/).map(Number);

/** Whether a version is a later minor of the same major. */
const isLaterMinor = (version: string, than: string): boolean => {
  const [major, minor = 0] = numbersOf(version);
  const [ownMajor, ownMinor = 0] = numbersOf(than);
  return major === ownMajor && minor > ownMinor;
};

/** The release that a mock server is to speak, or what keeps it from that. */
export const laterRelease = async (
  name: string,
  io: Io,
): Promise<{ readonly release: Release } | { readonly complaint: Complaint }> => {
  const read = await readContract(name, io);
  if (!read.ok) return { complaint: read.complaint };
  const { version } = read.contract;
  if (isLaterMinor(version, registry.version)) return { release: read.contract };
  const [major] = registry.version.split('.');
  return {
    complaint: {
      code: EXIT.usage,
      seen: { en: `--speak is given release ${version}`, zh: `--speak 的版本为 ${version}` },
      wanted: {
        en: `this program speaks ${registry.version}: a later minor of ${major} is needed`,
        zh: `本程序使用 ${registry.version}：需要主版本 ${major} 的后续小版本`,
      },
      remedy: {
        en: 'name a later release, or use --future for a made-up one',
        zh: '请指定更新的版本，或用 --future 使用虚构版本',
      },
    },
  };
};
