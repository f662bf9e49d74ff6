import type { RunSettings } from '../check/options.ts';
import { settle } from '../check/read-config.ts';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { examine } from '../doctor/examine.ts';
import { PROBES, type Probe } from '../doctor/probe.ts';
import { type ExitCode, worstOf } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import { columns } from '../table.ts';

export type DoctorOptions = Common &
  RunSettings & {
    readonly config?: string;
    readonly productionIOwnThis?: boolean;
  };

const SIGNS = {
  en: {
    ok: 'ok',
    problem: 'problem',
    preview: 'finding',
    warning: 'warning',
    note: 'note',
    unneeded: 'not needed',
  },
  zh: {
    ok: '正常',
    problem: '问题',
    preview: '发现',
    warning: '警告',
    note: '提示',
    unneeded: '不需要',
  },
} as const;

/** Probes one below the other: how each is, what it is, and what it says. */
export const shownProbes = (probes: readonly Probe[], language: Language): string =>
  columns(
    probes.map(({ probe, state, text }) => [
      SIGNS[language][state],
      PROBES[probe][language],
      text[language],
    ]),
  );

/** Tells whether everything is ready for a check, and if not, whose turn it is. Changes nothing on the system. */
export const doctor = async (asked: DoctorOptions, io: Io): Promise<ExitCode> => {
  const settled = await settle(asked, io);
  if ('complaint' in settled) return complain(io, asked, settled.complaint);
  const { options, config } = settled;
  const { probes } = await examine(
    { ...options, ...(config === undefined ? {} : { configFile: config }) },
    io,
  );
  io.out(
    asked.json
      ? JSON.stringify(
          probes.map(({ probe, state, code, text }) => ({
            name: probe,
            state,
            ...(code === undefined ? {} : { code }),
            text: text[asked.language],
          })),
        )
      : shownProbes(probes, asked.language),
  );
  return worstOf(probes.flatMap(({ code }) => (code === undefined ? [] : [code])));
};
