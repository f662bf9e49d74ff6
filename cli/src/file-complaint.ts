import type { Complaint } from './complaint.ts';
import { EXIT } from './exit-codes.ts';
import type { Fault } from './io.ts';
import type { Text } from './language.ts';

const SEEN: Readonly<Record<string, (path: string) => Text>> = {
  ENOENT: (path) => ({ en: `there is no file ${path}`, zh: `没有文件 ${path}` }),
  EISDIR: (path) => ({ en: `${path} is a folder`, zh: `${path} 是文件夹` }),
  EEXIST: (path) => ({ en: `${path} is a file`, zh: `${path} 是文件` }),
  ENOTDIR: (path) => ({
    en: `${path} stands below what is no folder`,
    zh: `${path} 的上级不是文件夹`,
  }),
  EACCES: (path) => ({
    en: `${path} may not be opened by this user`,
    zh: `当前用户无权打开 ${path}`,
  }),
};

/** Why a file could not be read or written; what is written to is named by an option. */
export const fileComplaint = (
  { errno, path }: Fault,
  intent: 'read' | 'write' = 'read',
  option = '--out',
): Complaint => ({
  code: EXIT.usage,
  seen: SEEN[errno]?.(path) ?? {
    en: `${path} could not be had (${errno})`,
    zh: `无法使用 ${path}（${errno}）`,
  },
  wanted:
    intent === 'read'
      ? { en: 'a file that can be read is needed', zh: '需要可读取的文件' }
      : { en: 'a place that can be written to is needed', zh: '需要可写入的位置' },
  remedy:
    intent === 'read'
      ? {
          en: 'check the path, or write - for standard input',
          zh: '请检查路径，或以 - 表示标准输入',
        }
      : { en: `choose another one with ${option}`, zh: `请用 ${option} 另选` },
});
