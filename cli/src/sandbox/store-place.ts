import { join } from 'node:path';
import { memoryStore, type Store, StoreLost, StoreTooNew } from '@openwaybill/mock';
import { openFileStore, postgresStore } from '@openwaybill/mock/node';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Played } from './parties.ts';

/** Where a sandbox keeps its state: `memory`, the address of a PostgreSQL server, or a folder. */
type Place = string;

const isServer = (place: Place): boolean => /^postgres(ql)?:\/\//.test(place);

/** Whether it is a folder, which may have to be made. */
export const isFolder = (place: Place): boolean => place !== 'memory' && !isServer(place);

/** The place as it is shown: whatever a password may be stays away. */
export const shownPlace = (place: Place): string => {
  if (!isServer(place)) return place;
  if (!URL.canParse(place)) return 'postgres://…';
  const { protocol, host, pathname } = new URL(place);
  return `${protocol}//${host}${pathname}`;
};

/** The stores there: one file a role, or one schema a role. */
export const storesAt = (place: Place): string =>
  isFolder(place) ? join(place, '*.sqlite') : shownPlace(place);

/** Opens the store of one role. */
export const openStore = (place: Place, role: Played): Promise<Store> => {
  if (place === 'memory') return Promise.resolve(memoryStore());
  return isServer(place)
    ? postgresStore(place, `openwaybill_${role.replaceAll('-', '_')}`)
    : openFileStore(join(place, `${role}.sqlite`));
};

const WANTED_FILES = {
  en: 'SQLite files of a mock server, or none yet, are needed',
  zh: '需要模拟服务的 SQLite 文件或空文件夹',
};
const CHOOSE = { en: 'choose another one with --store', zh: '请用 --store 另选' };
const SERVER_CODES = /^(28|3D|3F|42)/;

/** What is wrong with a store that another program wrote, that another process holds, or that cannot be reached. */
export const unusableStore = (error: unknown, place: Place): Complaint | undefined => {
  if (!(error instanceof Error)) return undefined;
  const shown = shownPlace(place);
  const cannot = (wanted: Complaint['wanted'], remedy: Complaint['remedy']): Complaint => ({
    code: EXIT.usage,
    seen: {
      en: `${shown} cannot be used as a store (${error.message})`,
      zh: `${shown} 不能用作存储（${error.message}）`,
    },
    wanted,
    remedy,
  });
  if (error instanceof StoreTooNew)
    return cannot(
      {
        en: 'it was written by a newer openwaybill, which alone knows its layout',
        zh: '其由较新版本的 openwaybill 写成，结构仅新版可识',
      },
      { en: 'use that one, or choose another store', zh: '请使用该版本，或另选存储' },
    );
  const code = 'code' in error ? String(error.code) : '';
  if (error instanceof StoreLost || (isServer(place) && SERVER_CODES.test(code)))
    return cannot(
      {
        en: 'a PostgreSQL server that lets this user make schemas is needed',
        zh: '需要允许该用户创建模式的 PostgreSQL 服务器',
      },
      {
        en: 'write it as --store postgres://user:password@host:5432/database, and see that it runs',
        zh: '请写作 --store postgres://用户:口令@主机:5432/数据库，并确认其已启动',
      },
    );
  return code === 'ERR_SQLITE_ERROR' ? cannot(WANTED_FILES, CHOOSE) : undefined;
};
