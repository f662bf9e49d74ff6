import {
  type AllCredentials,
  type CapabilityDocument,
  type Checked,
  type ClaimFile,
  type Depth,
  Misuse,
  type Progress,
  planOf,
  check as runCheck,
  Unreachable,
} from '@openwaybill/conformance';
import type { Role, Text } from '@openwaybill/schemas';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode, worstOf } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { labelWasm } from '../label-files.ts';
import type { ReportPlaces } from '../report/report-options.ts';
import { tellResult } from '../report/tell-result.ts';
import { writeReports } from '../report/write-reports.ts';
import { developmentCredentials, PLAYED } from '../sandbox/parties.ts';
import { nodeShore } from '../shore/node-shore.ts';
import { columns } from '../table.ts';

export type CheckCommandOptions = Common &
  ReportPlaces & {
    readonly url: string;
    readonly role?: string;
    readonly only?: readonly string[];
    readonly depth?: Depth;
    readonly seed?: number;
    readonly quiet: boolean;
    readonly plan: boolean;
    readonly credentials?: string;
    readonly claim?: string;
    readonly strict: boolean;
    readonly patience?: number;
    readonly listenPort?: number;
    readonly publicUrl?: string;
    /** What the system logs to. */
    readonly logSink?: string;
  };

const complaint = (
  code: ExitCode,
  seen: Text,
  wanted: Text,
  remedy: Text,
): { readonly complaint: Complaint } => ({ complaint: { code, seen, wanted, remedy } });

type JsonFile<T> = { readonly value: T } | { readonly complaint: Complaint };

const readJsonFile = async <T>(io: Io, path: string): Promise<JsonFile<T>> => {
  const read = await io.read(path);
  if (!read.ok) return { complaint: fileComplaint(read.fault) };
  try {
    return { value: JSON.parse(Buffer.from(read.bytes).toString('utf8')) };
  } catch {
    return complaint(
      EXIT.usage,
      { en: `${path} is not JSON`, zh: `${path} 不是 JSON` },
      { en: 'one JSON document is needed', zh: '需要一个 JSON 文档' },
      { en: 'repair it, or name another file', zh: '请修正，或指定其他文件' },
    );
  }
};

const isIdentity = (value: unknown): boolean => {
  const { clientId, partyId, role, key } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    [clientId, partyId, role].every((one) => typeof one === 'string') &&
    typeof key === 'object' &&
    key !== null
  );
};

/** One key, or one of each part of the run; anything else is told before it is used. */
const allIn = (value: unknown, source: string): JsonFile<AllCredentials> => {
  const isObject = typeof value === 'object' && value !== null;
  const all = isObject && 'runner' in value ? value : { runner: value };
  return Object.values(all).every(isIdentity)
    ? { value: all as AllCredentials }
    : complaint(
        EXIT.usage,
        { en: `${source} holds no credentials`, zh: `${source} 中没有凭据` },
        {
          en: 'clientId, partyId, role and key (JWK) are needed',
          zh: '需要 clientId、partyId、role 与 key（JWK）',
        },
        { en: 'repair it, or name another file', zh: '请修正，或指定其他文件' },
      );
};

/** What a mock server of this project says of itself; nothing for any other system. */
const readDocument = async (io: Io, url: string): Promise<CapabilityDocument | undefined> => {
  try {
    const answer = await io.fetch(
      new Request(`${url}/.well-known/openwaybill`),
      io.deadline(10_000),
    );
    return (await answer.json()) as CapabilityDocument;
  } catch {
    return undefined;
  }
};

const MOCK = 'openwaybill-mock';

/** The keys of the run: from a file, from `OPENWAYBILL_KEY`, or those that every mock server knows. */
export const credentialsOf = async (
  options: Pick<CheckCommandOptions, 'credentials' | 'role' | 'url'>,
  io: Io,
): Promise<JsonFile<AllCredentials>> => {
  if (options.credentials !== undefined) {
    const file = await readJsonFile<unknown>(io, options.credentials);
    return 'complaint' in file ? file : allIn(file.value, options.credentials);
  }
  const key = io.env.OPENWAYBILL_KEY;
  if (key !== undefined && key !== '') {
    try {
      return allIn(JSON.parse(key), 'OPENWAYBILL_KEY');
    } catch {
      return complaint(
        EXIT.usage,
        { en: 'OPENWAYBILL_KEY is not JSON', zh: 'OPENWAYBILL_KEY 不是 JSON' },
        {
          en: 'client id, party, role and key (JWK) are needed',
          zh: '需要客户端标识、主体、角色与密钥（JWK）',
        },
        { en: 'set it as the file of --credentials', zh: '内容与 --credentials 文件相同' },
      );
    }
  }
  const document = await readDocument(io, options.url);
  const role = options.role ?? document?.claims?.[0]?.role;
  const played = PLAYED.find((one) => one === role);
  if (document?.software?.name === MOCK && played !== undefined)
    return { value: (await developmentCredentials(1, played)) as AllCredentials };
  return document === undefined
    ? complaint(
        EXIT.environment,
        { en: `${options.url} serves no capability document`, zh: `${options.url} 未提供能力文档` },
        {
          en: '/.well-known/openwaybill is read first',
          zh: '首先读取 /.well-known/openwaybill',
        },
        {
          en: 'start the system, or mend the address; openwaybill doctor says more',
          zh: '请启动系统或修正地址；openwaybill doctor 可进一步诊断',
        },
      )
    : complaint(
        EXIT.usage,
        { en: 'no credentials were given', zh: '未给出凭据' },
        {
          en: 'the run speaks as a client of the system, with a key that it knows',
          zh: '检测以系统客户端的身份进行，需要其登记的密钥',
        },
        {
          en: 'name a file with --credentials: clientId, partyId, role, key (JWK)',
          zh: '请用 --credentials 指定文件：clientId、partyId、role、key（JWK）',
        },
      );
};

/** One line a scenario; where somebody watches, the step that runs stands on the last line. */
const narrator = (options: CheckCommandOptions, io: Io) => (progress: Progress) => {
  if (options.quiet || options.json) return;
  const { language } = options;
  if (progress.kind === 'STEP') {
    if (io.isTerminal) io.draw(`  ${progress.scenario}: ${progress.title[language]}`);
    return;
  }
  if (io.isTerminal) io.draw('');
  io.err(
    progress.kind === 'SCENARIO'
      ? `${progress.id}  ${progress.title[language]}`
      : `${progress.scenario}  ${language === 'zh' ? '略过' : 'left out'}: ${progress.reason}`,
  );
};

/** What would run, and why not the rest. */
const showPlan = async (options: CheckCommandOptions, io: Io): Promise<ExitCode> => {
  const document = await readDocument(io, options.url);
  if (document === undefined)
    return complain(io, options, {
      code: EXIT.environment,
      seen: {
        en: `${options.url} serves no capability document`,
        zh: `${options.url} 未提供能力文档`,
      },
      wanted: { en: 'a plan follows from it', zh: '计划由其得出' },
      remedy: { en: 'start the system, or mend the address', zh: '请启动系统或修正地址' },
    });
  const role = (options.role ?? document.claims[0]?.role) as Role;
  const commands = options.depth === 'WIRE' ? [] : (document.testControl?.commands ?? []);
  const plan = planOf({ role, document, digest: '', commands }, options);
  if (options.json)
    io.out(
      JSON.stringify({
        chosen: plan.chosen.map(({ id, title, touches }) => ({ id, title, touches })),
        leftOut: plan.leftOut.map(([{ id }, lack]) => ({ id, lack })),
      }),
    );
  else
    io.out(
      columns([
        ...plan.chosen.map(({ id, title, touches }) => [
          id,
          title[options.language],
          touches.join(' '),
        ]),
        ...plan.leftOut.map(([{ id, title }, lack]) => [
          id,
          title[options.language],
          `${options.language === 'zh' ? '缺少测试控制' : 'lacks test control'} ${lack}`,
        ]),
      ]),
    );
  return EXIT.ok;
};

const againOf = (options: CheckCommandOptions, seed: number): string =>
  [
    `openwaybill check ${options.url}`,
    ...(options.role === undefined ? [] : [`--role ${options.role}`]),
    ...(options.only === undefined ? [] : [`--only ${options.only.join(' ')}`]),
    ...(options.depth === undefined ? [] : [`--depth ${options.depth}`]),
    ...(options.credentials === undefined ? [] : [`--credentials ${options.credentials}`]),
    `--seed ${seed}`,
  ].join(' ');

/** A failure to begin, as a complaint; our own defects go on upwards. */
const complaintOf = (error: unknown): Complaint | undefined => {
  if (error instanceof Misuse)
    return {
      code: EXIT.usage,
      seen: error.text,
      wanted: { en: 'the run cannot begin so', zh: '检测无法开始' },
      remedy: {
        en: 'mend the options; openwaybill doctor says more',
        zh: '请修正选项；openwaybill doctor 可进一步诊断',
      },
    };
  if (error instanceof Unreachable)
    return {
      code: EXIT.environment,
      seen: error.text,
      wanted: { en: 'a running system is needed', zh: '需要运行中的系统' },
      remedy: {
        en: 'start it, or mend the address; openwaybill doctor says more',
        zh: '请启动系统或修正地址；openwaybill doctor 可进一步诊断',
      },
    };
  return undefined;
};

/** Finds out whether a running system conforms, and why not. */
export const check = async (options: CheckCommandOptions, io: Io): Promise<ExitCode> => {
  if (!URL.canParse(options.url))
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `${options.url} is no address`, zh: `${options.url} 不是地址` },
      wanted: { en: 'the base address of the system is needed', zh: '需要系统的基址' },
      remedy: { en: 'write it as http://localhost:8080', zh: '形如 http://localhost:8080' },
    });
  const { role: wanted } = options;
  if (wanted !== undefined && !PLAYED.some((role) => role === wanted))
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `${wanted} is no role that serves`, zh: `${wanted} 不是提供服务的角色` },
      wanted: { en: `there is ${PLAYED.join(', ')}`, zh: `现有 ${PLAYED.join('、')}` },
      remedy: { en: 'name one of them with --role', zh: '请用 --role 指定其一' },
    });
  const url = options.url.replace(/\/+$/, '');
  const asked = { ...options, url };
  if (options.plan) return showPlan(asked, io);
  const credentials = await credentialsOf(asked, io);
  if ('complaint' in credentials) return complain(io, options, credentials.complaint);
  const claim =
    options.claim === undefined ? undefined : await readJsonFile<ClaimFile>(io, options.claim);
  if (claim !== undefined && 'complaint' in claim) return complain(io, options, claim.complaint);
  const [byte = 0, next = 0] = io.random(2);
  const seed = options.seed ?? byte * 256 + next;
  const shore = nodeShore(io, {
    seed,
    ask: async () => 'CANNOT',
    tell: narrator(options, io),
  });
  const wasm = labelWasm();
  const { logSink } = options;
  let before = 0;
  if (logSink !== undefined) {
    const read = await io.read(logSink);
    if (!read.ok) return complain(io, options, fileComplaint(read.fault));
    before = read.bytes.length;
  }
  let lost: Complaint | undefined;
  /** What was logged before the run is of others; a file that began anew meanwhile has none of it. */
  const logged = async (path: string): Promise<string> => {
    const read = await io.read(path);
    if (read.ok)
      return new TextDecoder().decode(read.bytes.subarray(read.bytes.length < before ? 0 : before));
    lost = fileComplaint(read.fault);
    return '';
  };
  let checked: Checked;
  try {
    checked = await runCheck({
      url,
      shore,
      seed,
      credentials: credentials.value,
      isStrict: options.strict,
      ...(options.role === undefined ? {} : { role: options.role as Role }),
      ...(options.only === undefined ? {} : { only: options.only }),
      ...(options.depth === undefined ? {} : { depth: options.depth }),
      ...(claim === undefined ? {} : { claim: claim.value }),
      ...(wasm === undefined ? {} : { labelWasm: wasm }),
      ...(options.patience === undefined ? {} : { patience: options.patience }),
      ...(options.listenPort === undefined ? {} : { listen: { port: options.listenPort } }),
      ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
      ...(logSink === undefined ? {} : { logSink: () => logged(logSink) }),
    });
  } catch (error) {
    const said = complaintOf(error);
    if (said === undefined) throw error;
    return complain(io, options, said);
  }
  const { result } = checked;
  const written = await writeReports(checked, options, io);
  if (written.complaint !== undefined) return complain(io, options, written.complaint);
  if (!options.json && !options.quiet && io.isTerminal) io.draw('');
  tellResult(checked, { ...options, left: written.paths, again: againOf(asked, seed) }, io);
  return lost === undefined ? result.exit : worstOf([result.exit, complain(io, options, lost)]);
};
