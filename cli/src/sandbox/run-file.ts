import {
  createRunRecorder,
  type Release,
  RUN_FORMAT,
  type Run,
  type RunHead,
  type RunRecorder,
  readRun,
  type Scenario,
} from '@openwaybill/mock';
import { registry } from '@openwaybill/schemas';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Fault, Io } from '../io.ts';
import { isPlayed } from './parties.ts';
import type { Sandbox } from './start.ts';
import { worldNames } from './world.ts';

/** All by which one mock server differs from another as far as its answers go. */
export type MockSetting = {
  readonly seed: number;
  readonly world: string;
  readonly tolerant: boolean;
  readonly clock: 'frozen' | 'real';
  readonly still: boolean;
  readonly isMagic: boolean;
  readonly control: boolean;
  readonly future: boolean;
  /** The release of a later minor that is spoken; a run that is recorded has none. */
  readonly release?: Release;
  readonly signTime: 'real' | 'virtual';
  readonly eventsTo?: string;
  /** Scenarios that did not come with the program. */
  readonly scenarios: readonly Scenario[];
};

/** What is written while a run goes on. */
export type RunFile = {
  readonly recorder: RunRecorder;
  /** Begins the file, once it is known where the parties are. */
  readonly begin: (sandbox: Sandbox) => Promise<Fault | undefined>;
  /** Resolves once every turn stands in the file; what kept one from it. */
  readonly end: () => Promise<Fault | undefined>;
};

/** A file that takes a run, a line a turn. */
export const openRunFile = (io: Io, path: string, setting: MockSetting): RunFile => {
  const wallAt = io.now();
  let sandbox: Sandbox | undefined;
  let fault: Fault | undefined;
  let written: Promise<void> = Promise.resolve();
  const recorder = createRunRecorder({
    now: io.now,
    settled: async () => sandbox?.settled(),
    write: (turn) => {
      const line = `${JSON.stringify(turn)}\n`;
      written = written.then(async () => {
        fault ??= await io.append(path, line);
      });
    },
  });
  return {
    recorder,
    begin: (begun) => {
      sandbox = begun;
      const head: RunHead = {
        format: RUN_FORMAT,
        contract: registry.version,
        wallAt: new Date(wallAt).toISOString(),
        parties: begun.parties.map(({ role, url }) => ({ role, url })),
        setting: setting as unknown as RunHead['setting'],
      };
      return io.write(path, `${JSON.stringify(head)}\n`);
    },
    end: async () => {
      await recorder.close();
      await written;
      return fault;
    },
  };
};

const noRun = (path: string, why: Complaint['seen']): Complaint => ({
  code: EXIT.usage,
  seen: { en: `${path} ${why.en}`, zh: `${path} ${why.zh}` },
  wanted: { en: 'a run that openwaybill recorded is needed', zh: '需要 openwaybill 录制的运行' },
  remedy: {
    en: 'record one with openwaybill mock --record run.json',
    zh: '请用 openwaybill mock --record run.json 录制',
  },
});

const isSetting = (setting: Readonly<Record<string, unknown>>): boolean =>
  Number.isSafeInteger(setting.seed) &&
  (setting.clock === 'frozen' || setting.clock === 'real') &&
  (setting.signTime === 'real' || setting.signTime === 'virtual') &&
  ['tolerant', 'still', 'isMagic', 'control', 'future'].every(
    (name) => typeof setting[name] === 'boolean',
  ) &&
  Array.isArray(setting.scenarios);

/** Reads a run, and what the mock server was set to; or says what keeps it from being played. */
export const readRunFile = async (
  io: Io,
  path: string,
): Promise<
  { readonly run: Run; readonly setting: MockSetting } | { readonly complaint: Complaint }
> => {
  const read = await io.read(path);
  if (!read.ok) return { complaint: fileComplaint(read.fault) };
  const known = readRun(Buffer.from(read.bytes).toString('utf8'));
  if (!known.ok)
    return {
      complaint: noRun(path, {
        en: `is no run: line ${known.line}`,
        zh: `不是录制的运行：第 ${known.line} 行`,
      }),
    };
  const { head } = known.run;
  if (head.contract !== registry.version)
    return {
      complaint: noRun(path, {
        en: `is a run of ${head.contract}, and this is ${registry.version}`,
        zh: `属于标准 ${head.contract}，本程序为 ${registry.version}`,
      }),
    };
  const isKnown =
    isSetting(head.setting) &&
    head.parties.every(({ role }) => isPlayed(role)) &&
    (await worldNames(io)).includes(String(head.setting.world));
  return isKnown
    ? { run: known.run, setting: head.setting as unknown as MockSetting }
    : {
        complaint: noRun(path, {
          en: 'is a run of what this program does not play',
          zh: '所录内容本程序不能扮演',
        }),
      };
};
