import { CLIENT_LANGUAGES, CLIENT_MODULES, generateClient } from '@openwaybill/client/generate';
import { ROLES, type Role } from '@openwaybill/schemas';
import { nearest } from '@openwaybill/validate/light';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { writeOrCheck } from './generate.ts';

export type GenerateClientOptions = Common & {
  readonly out?: string;
  readonly check: boolean;
  /** What `--lang` says; a language of texts leaves TypeScript. */
  readonly programming: string;
  readonly role: string;
  /** With commas between them; all where it is left out. */
  readonly modules?: string;
};

const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

/** Writes a client for a role, in any of the languages: types, calls and receiver, without any package. */
export const generateClientFiles = async (
  options: GenerateClientOptions,
  io: Io,
): Promise<ExitCode> => {
  const asked = ['en', 'zh'].includes(options.programming) ? 'ts' : options.programming;
  const language = CLIENT_LANGUAGES.find((one) => one === asked);
  if (language === undefined)
    return complain(io, options, {
      code: EXIT.usage,
      seen: {
        en: `clients are not written in ${options.programming}`,
        zh: `不生成 ${options.programming} 客户端`,
      },
      wanted: {
        en: `one of ${CLIENT_LANGUAGES.join(', ')} is needed`,
        zh: `可选 ${CLIENT_LANGUAGES.join('、')}`,
      },
      remedy: {
        en: 'write one of them after --lang, or generate openapi for another generator',
        zh: '请在 --lang 后写其中之一，或用 generate openapi 供其他生成器使用',
      },
    });
  const role = ROLE_NAMES.find((one) => one === options.role);
  if (role === undefined) {
    const meant = nearest(options.role, ROLE_NAMES);
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `there is no role ${options.role}`, zh: `没有角色 ${options.role}` },
      wanted: {
        en: `one of ${ROLE_NAMES.join(', ')} is needed`,
        zh: `可选 ${ROLE_NAMES.join('、')}`,
      },
      remedy:
        meant === undefined
          ? { en: 'name one with --role', zh: '请用 --role 指定' }
          : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
    });
  }
  const modules = options.modules?.split(',').map((name) => name.trim());
  const strange = modules?.find((name) => !CLIENT_MODULES.includes(name));
  if (strange !== undefined) {
    const meant = nearest(strange, CLIENT_MODULES);
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `no module ${strange} has operations`, zh: `没有含操作的模块 ${strange}` },
      wanted: {
        en: `some of ${CLIENT_MODULES.join(', ')} are needed`,
        zh: `可选 ${CLIENT_MODULES.join('、')}`,
      },
      remedy:
        meant === undefined
          ? {
              en: 'name them with --modules, commas between',
              zh: '请用 --modules 指定，以逗号分隔',
            }
          : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
    });
  }
  if (options.out === undefined)
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: 'no --out was given', zh: '未给出 --out' },
      wanted: { en: 'a folder for the client is needed', zh: '需要写入客户端的文件夹' },
      remedy: { en: 'name one with --out', zh: '请用 --out 指定' },
    });
  return writeOrCheck(
    generateClient({ role, language, ...(modules === undefined ? {} : { modules }) }),
    options.out,
    { ...options, isWhole: true },
    io,
  );
};
