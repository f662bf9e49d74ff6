import {
  applyBaseline,
  betweenResult,
  claimIn,
  claimWith,
  headOf,
  judgeParts,
  type Result,
  rolesIn,
  SUITE_VERSION,
  type Transcript,
  unite,
} from '@openwaybill/conformance';
import type { Role } from '@openwaybill/schemas';
import { readSet } from '../check/read-set.ts';
import { tellStale } from '../check/tell-stale.ts';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode, worstOf } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { loadParts } from '../judge/load-parts.ts';
import { readBaselineOf, readClaim } from '../judge/of-role.ts';
import { unheeded } from '../judge/unheeded.ts';
import type { ReportPlaces } from '../report/report-options.ts';
import { tellBetween } from '../report/tell-between.ts';
import { tellResult } from '../report/tell-result.ts';
import { writeReports } from '../report/write-reports.ts';
import { writeBetween } from './between.ts';

export type JudgeCommandOptions = Common &
  Omit<ReportPlaces, 'out'> & {
    readonly files: readonly string[];
    readonly role?: string;
    /** Claim file of one of the roles, for traffic that says nothing of it. */
    readonly claim?: string;
    readonly set?: string;
    /** File of expected failures; none is looked for. */
    readonly baseline?: string;
    /** The transcripts are parts of one run. */
    readonly merge: boolean;
    readonly strict: boolean;
    /** Folder of what is written; absent: nothing is. */
    readonly out?: string;
  };

/** The roles that are judged: the one that was asked for, or all that the transcript is about. */
const chosenRoles = (
  transcript: Transcript,
  asked: string | undefined,
  path: string,
): readonly Role[] | Complaint => {
  const there = rolesIn(transcript);
  if (asked === undefined) return there;
  const role = there.find((one) => one === asked);
  return role === undefined
    ? {
        code: EXIT.usage,
        seen: { en: `${path} tells nothing of ${asked}`, zh: `${path} 中没有 ${asked}` },
        wanted: {
          en: `it is about ${there.join(', ') || 'nobody'}`,
          zh: `其中有 ${there.join('、') || '无任何角色'}`,
        },
        remedy: { en: 'name one of these with --role', zh: '请用 --role 指定其一' },
      }
    : [role];
};

const WORDS = {
  en: {
    torn: 'stops before its end: it is judged as far as it goes',
    suite: 'was written by suite',
    now: 'and is judged by',
  },
  zh: {
    torn: '在结束之前中断：仅就已有部分判定',
    suite: '由测试套件',
    now: '写入，现由此版本判定：',
  },
} as const;

/** Length of a day as `YYYY-MM-DD`. */
const DAY_LENGTH = 10;

/** Both parties of a conversation, and what worked between them. */
const judgeBoth = async (
  transcript: Transcript,
  options: JudgeCommandOptions,
  io: Io,
): Promise<ExitCode> => {
  const result = await betweenResult(transcript);
  if (options.out !== undefined) {
    const complaint = await writeBetween(result, { ...options, out: options.out }, io, transcript);
    if (complaint !== undefined) return complain(io, options, complaint);
  }
  tellBetween(result, options, io);
  return result.exit;
};

/** Runs the checks over stored transcripts: no network, no clock. */
export const judge = async (options: JudgeCommandOptions, io: Io): Promise<ExitCode> => {
  const { files, language, set } = options;
  const words = WORDS[language];
  const parts = await loadParts(options, io);
  if ('complaint' in parts) return complain(io, options, parts.complaint);
  const { first, transcripts, torn } = parts;
  for (const path of torn) io.err(`${path} ${words.torn}`);
  const head = headOf(first);
  if (head.suite.version !== SUITE_VERSION)
    io.err(`${files[0]} ${words.suite} ${head.suite.version} ${words.now} ${SUITE_VERSION}`);
  const roles = chosenRoles(first, options.role, files[0] ?? '');
  if ('code' in roles) return complain(io, options, roles);
  const isConversation =
    head.mode === 'BETWEEN' && options.role === undefined && transcripts.length === 1;
  const aside = unheeded(
    options,
    isConversation ? 'CONVERSATION' : roles.length > 1 ? 'ROLES' : 'ROLE',
  );
  if (aside !== undefined) return complain(io, options, aside);
  if (isConversation) return judgeBoth(first, options, io);
  const claimed = await readClaim(options.claim, roles, io);
  if ('complaint' in claimed) return complain(io, options, claimed.complaint);
  const baseline = await readBaselineOf(options.baseline, roles, io);
  if ('complaint' in baseline) return complain(io, options, baseline.complaint);
  const exits: ExitCode[] = [];
  const results: Result[] = [];
  for (const role of roles) {
    const file = claimed.file?.role === role ? claimed.file : undefined;
    const said = claimIn(first, role);
    const claim = file === undefined ? said : claimWith(said, file);
    const read = await readSet({ asked: set, claimed: file?.requirementSet ?? head.set }, io);
    if ('complaint' in read) return complain(io, options, read.complaint);
    const found = await judgeParts(transcripts, claim, {
      ...read,
      ...(options.strict ? { isStrict: true } : {}),
    });
    // a day of the run, and not of its judgement: the same file gives the same result tomorrow
    const { result: judged, stale } =
      baseline.file === undefined
        ? { result: found, stale: [] }
        : applyBaseline(found, baseline.file.baseline, {
            today: found.run.endedAt.slice(0, DAY_LENGTH),
            digest: baseline.file.digest,
            isStrict: options.strict || head.plan?.isStrict === true,
          });
    tellStale(baseline.file, stale, options, io);
    results.push(judged);
    const reported = { result: judged, transcript: unite(transcripts, claim).transcript };
    if (options.out !== undefined) {
      const out = roles.length === 1 ? options.out : `${options.out}/${role}`;
      const { complaint } = await writeReports(reported, { ...options, out }, io);
      if (complaint !== undefined) return complain(io, options, complaint);
    }
    if (!options.json) tellResult(reported, options, io);
    exits.push(judged.exit);
  }
  if (options.json) io.out(JSON.stringify(results.length === 1 ? results[0] : results));
  return worstOf(exits);
};
