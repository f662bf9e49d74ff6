import { dirname, isAbsolute, join } from 'node:path';
import { CheckConfig, type Misfit, misfitsOf } from '@openwaybill/conformance';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { lineAt, offsetOf } from '../json-position.ts';
import type { Text } from '../language.ts';
import { readJsonFile } from '../read-json-file.ts';
import { REPORT_OPTIONS } from '../report/report-options.ts';
import { isWebAddress } from '../web-address.ts';
import {
  type CheckCommandOptions,
  type ClientPieces,
  CONFIG_FILE,
  DEFAULT_OUT,
  type RunSettings,
  type SettledOptions,
} from './options.ts';

export type Settled =
  | { readonly options: SettledOptions; readonly config?: string }
  | { readonly complaint: Complaint };

/** Members that would be a secret: the file may be committed, so it only says where one is. */
const SECRET = /^\/(credentials|second)\/(key|jwk|d|secret|token|password)$/i;

const MOST = 5;

/** What is wrong with a file of the user, line by line. */
export const misfitComplaint = (
  path: string,
  text: string,
  misfits: readonly Misfit[],
  form?: { readonly $id?: string },
): Complaint => {
  const isSecret = misfits.some(({ pointer }) => SECRET.test(pointer));
  const line = ({ pointer }: Misfit): string =>
    `${path}:${lineAt(text, offsetOf(text, pointer))}${pointer && ` ${pointer}`}`;
  const said = (language: keyof Text): string =>
    misfits
      .slice(0, MOST)
      .map((one) => `${line(one)}: ${one.text[language]}`)
      .join('\n');
  return {
    code: EXIT.usage,
    seen: { en: said('en'), zh: said('zh') },
    wanted: isSecret
      ? {
          en: 'secrets never stand in it, only the files that hold them',
          zh: '其中不得出现密钥，只写存放密钥的文件',
        }
      : { en: 'nothing was run', zh: '未运行任何检测' },
    remedy: isSecret
      ? {
          en: 'move the key to a file of its own and name it with keyFile, or set OPENWAYBILL_KEY',
          zh: '请将密钥移入单独的文件并用 keyFile 指定，或设置 OPENWAYBILL_KEY',
        }
      : form?.$id === undefined
        ? { en: 'mend the lines', zh: '请逐行修正' }
        : {
            en: `mend the lines; an editor completes them by "$schema": "${form.$id}"`,
            zh: `请逐行修正；编辑器可依据 "$schema": "${form.$id}" 补全`,
          },
  };
};

/** The settings of a file; its paths are relative to itself. */
const settingsOf = (config: CheckConfig, folder: string): RunSettings => {
  const at = (path: string): string => (isAbsolute(path) ? path : join(folder, path));
  const client = (one: ClientPieces | undefined): ClientPieces | undefined =>
    one && {
      ...one,
      ...(one.file === undefined ? {} : { file: at(one.file) }),
      ...(one.keyFile === undefined ? {} : { keyFile: at(one.keyFile) }),
    };
  const { $schema: _, version: __, system, receiver, reports, ...same } = config;
  const { credentials, second, baseline, logSink, watchPath, use } = config;
  const files: Record<string, unknown> = {
    claim: system?.claim && at(system.claim),
    credentials: client(credentials),
    second: client(second),
    baseline: baseline && at(baseline),
    logSink: logSink && at(logSink),
    use: use && at(use),
    watchPath: watchPath?.map(at),
    ...Object.fromEntries(
      ['out', ...Object.keys(REPORT_OPTIONS)].map((name) => {
        const path = (reports as Readonly<Record<string, string>> | undefined)?.[name];
        return [name, path && at(path)];
      }),
    ),
  };
  return {
    ...same,
    ...system,
    ...receiver,
    ...Object.fromEntries(Object.entries(files).filter(([, value]) => value !== undefined)),
  } as RunSettings;
};

/** What a run is told: the command line, before the configuration file, before what is usual. */
export const settle = async (given: CheckCommandOptions, io: Io): Promise<Settled> => {
  const path = given.config ?? CONFIG_FILE;
  let file: RunSettings = {};
  const isThere = given.config !== undefined || io.exists(CONFIG_FILE);
  if (isThere) {
    const read = await readJsonFile<CheckConfig>(io, path);
    if ('complaint' in read) return read;
    const misfits = misfitsOf(CheckConfig, read.value);
    if (misfits.length > 0)
      return { complaint: misfitComplaint(path, read.text, misfits, CheckConfig) };
    file = settingsOf(read.value, dirname(path));
  }
  const options = { out: DEFAULT_OUT, ...file, ...given };
  const { url } = options;
  if (url === undefined)
    return {
      complaint: {
        code: EXIT.usage,
        seen: { en: 'no system was named', zh: '未指定系统' },
        wanted: {
          en: `its base address is needed, as an argument or as system.url of ${CONFIG_FILE}`,
          zh: `需要其基址，作为参数给出，或写入 ${CONFIG_FILE} 的 system.url`,
        },
        remedy: {
          en: 'openwaybill check http://localhost:8080',
          zh: 'openwaybill check http://localhost:8080',
        },
      },
    };
  if (!isWebAddress(url))
    return {
      complaint: {
        code: EXIT.usage,
        seen: { en: `${url} is no address`, zh: `${url} 不是地址` },
        wanted: { en: 'the base address of the system is needed', zh: '需要系统的基址' },
        remedy: { en: 'write it as http://localhost:8080', zh: '形如 http://localhost:8080' },
      },
    };
  return {
    options: { ...options, url: url.replace(/\/+$/, '') },
    ...(isThere ? { config: path } : {}),
  };
};
