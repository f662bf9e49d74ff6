import { join } from 'node:path';
import {
  type AllCredentials,
  type CapabilityDocument,
  type Claim,
  Misuse,
  planOf,
  check as runCheck,
  Unreachable,
} from '@openwaybill/conformance';
import type { Role, Text } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import type { Common } from '../common.ts';
import { complaintText } from '../complaint.ts';
import { EXIT, type ExitCode, worstOf } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { nodeShore } from '../shore/node-shore.ts';
import { columns } from '../table.ts';
import { credentialsOf } from './check.ts';

export type DoctorOptions = Common & {
  readonly url: string;
  readonly role?: string;
  readonly credentials?: string;
  readonly out: string;
};

/** What one probe found. A problem says its repair, and the exit code that it brings. */
type Probe = {
  readonly name: Text;
  readonly state: 'ok' | 'problem' | 'note' | 'unneeded';
  readonly text: Text;
  readonly code?: ExitCode;
};

/** Seconds of difference between two clocks that nobody minds, and at which signatures fail. */
const MINDED_SECONDS = 5;
const FAILING_SECONDS = 300;

const both = (text: string): Text => ({ en: text, zh: text });

const NAMES = {
  folder: { en: 'folder for reports', zh: '报告文件夹' },
  reach: { en: 'system is reached', zh: '系统可达' },
  document: { en: 'capability document', zh: '能力文档' },
  role: { en: 'role under test', zh: '被测角色' },
  environment: { en: 'sandbox', zh: '沙箱' },
  clock: { en: 'clocks agree', zh: '时钟一致' },
  token: { en: 'token', zh: '令牌' },
  control: { en: 'test control', zh: '测试控制' },
  estimate: { en: 'what would run', zh: '将运行的内容' },
} as const satisfies Record<string, Text>;

const probeFolder = async (options: DoctorOptions, io: Io): Promise<Probe> => {
  const path = join(options.out, '.doctor');
  const fault = await io.write(path, '');
  if (fault !== undefined)
    return {
      name: NAMES.folder,
      state: 'problem',
      code: EXIT.usage,
      text: {
        en: `${options.out} cannot be written (${fault.errno}); name another folder with --out`,
        zh: `无法写入 ${options.out}（${fault.errno}）；请用 --out 指定其他文件夹`,
      },
    };
  await io.remove(path);
  return { name: NAMES.folder, state: 'ok', text: both(options.out) };
};

type Discovered = { readonly document: CapabilityDocument; readonly date: string | null };

const discover = async (
  options: DoctorOptions,
  io: Io,
): Promise<{ readonly probes: readonly Probe[]; readonly found?: Discovered }> => {
  const address = `${options.url}/.well-known/openwaybill`;
  let answer: Response;
  let text: string;
  try {
    answer = await io.fetch(new Request(address), io.deadline(10_000));
    text = await answer.text();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const said = cause instanceof Error ? cause.message : String(cause);
    return {
      probes: [
        {
          name: NAMES.reach,
          state: 'problem',
          code: EXIT.environment,
          text: {
            en: `${address}: ${said}; start the system, or mend address, name or certificate`,
            zh: `${address}：${said}；请启动系统，或修正地址、域名或证书`,
          },
        },
      ],
    };
  }
  const reached: Probe = { name: NAMES.reach, state: 'ok', text: both(options.url) };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      probes: [
        reached,
        {
          name: NAMES.document,
          state: 'problem',
          code: EXIT.usage,
          text: {
            en: `${address} answered ${answer.status} and no JSON; serve the document, or name a claim file to check`,
            zh: `${address} 返回 ${answer.status} 且不是 JSON；请提供能力文档，或为 check 指定声明文件`,
          },
        },
      ],
    };
  }
  const verdict = judge('CapabilityDocument', value, 'receiver');
  const first = verdict.ok ? undefined : verdict.issues[0];
  return {
    probes: [
      reached,
      first === undefined
        ? { name: NAMES.document, state: 'ok', text: both(address) }
        : {
            name: NAMES.document,
            state: 'problem',
            code: EXIT.usage,
            text: {
              en: `it is not valid at ${first.pointer || '/'} (${first.rule}); DSC-001 will fail`,
              zh: `${first.pointer || '/'} 处无效（${first.rule}）；DSC-001 将不通过`,
            },
          },
    ],
    ...(verdict.ok
      ? {
          found: {
            document: value as CapabilityDocument,
            date: answer.headers.get('Date'),
          },
        }
      : {}),
  };
};

const probeRole = (options: DoctorOptions, document: CapabilityDocument): Probe => {
  const roles = [...new Set(document.claims.map(({ role }) => role))];
  const role = options.role ?? (roles.length === 1 ? roles[0] : undefined);
  return role !== undefined && roles.includes(role as Role)
    ? { name: NAMES.role, state: 'ok', text: both(role) }
    : {
        name: NAMES.role,
        state: 'problem',
        code: EXIT.usage,
        text: {
          en: `it claims ${roles.join(', ')}; choose one with --role`,
          zh: `其声明的角色为 ${roles.join('、')}；请用 --role 选择`,
        },
      };
};

const probeEnvironment = (document: CapabilityDocument): Probe =>
  document.environment === 'SANDBOX'
    ? { name: NAMES.environment, state: 'ok', text: both(document.environment) }
    : {
        name: NAMES.environment,
        state: 'problem',
        code: EXIT.usage,
        text: {
          en: 'the system is in production, and only a sandbox is driven; check another address',
          zh: '该系统处于生产环境，检测只在沙箱中进行；请检测其他地址',
        },
      };

const probeClock = (date: string | null, io: Io): Probe => {
  if (date === null)
    return {
      name: NAMES.clock,
      state: 'unneeded',
      text: { en: 'it sends no Date', zh: '未返回 Date' },
    };
  const seconds = Math.round(Math.abs(io.now() - Date.parse(date)) / 1000);
  const text: Text = {
    en: `${seconds} s apart${seconds > MINDED_SECONDS ? `; set both by NTP: at ${FAILING_SECONDS} s signatures fail` : ''}`,
    zh: `相差 ${seconds} 秒${seconds > MINDED_SECONDS ? `；请用 NTP 校时，达到 ${FAILING_SECONDS} 秒时签名失效` : ''}`,
  };
  return seconds > MINDED_SECONDS
    ? { name: NAMES.clock, state: 'problem', code: EXIT.environment, text }
    : { name: NAMES.clock, state: 'ok', text };
};

/** A run of nothing: it fetches a token and stops. */
const probeToken = async (
  options: DoctorOptions,
  credentials: AllCredentials,
  io: Io,
): Promise<Probe> => {
  const problem = (text: Text): Probe => ({
    name: NAMES.token,
    state: 'problem',
    code: EXIT.environment,
    text,
  });
  try {
    const { result } = await runCheck({
      url: options.url,
      credentials,
      only: [],
      shore: nodeShore(io, { seed: 1, ask: async () => 'CANNOT', tell: () => {} }),
      ...(options.role === undefined ? {} : { role: options.role as Role }),
    });
    const { failure } = result.run;
    return failure === undefined
      ? { name: NAMES.token, state: 'ok', text: both(credentials.runner.clientId) }
      : problem({
          en: `${failure.en}; register the client id and its public key at the system`,
          zh: `${failure.zh}；请在系统登记客户端标识及其公钥`,
        });
  } catch (error) {
    if (!(error instanceof Misuse || error instanceof Unreachable)) throw error;
    return problem(both(error.message));
  }
};

const probePlan = (options: DoctorOptions, document: CapabilityDocument): readonly Probe[] => {
  const role = (options.role ?? document.claims[0]?.role) as Role;
  const commands = document.testControl?.commands ?? [];
  const claim: Claim = { role, document, digest: '', commands };
  const plan = planOf(claim);
  const lacking = [...new Set(plan.leftOut.map(([, lack]) => lack))];
  return [
    {
      name: NAMES.control,
      state: 'note',
      text:
        lacking.length === 0
          ? both(commands.join(', '))
          : {
              en: `without ${lacking.join(', ')}: ${plan.leftOut.length} scenarios are left out`,
              zh: `缺少 ${lacking.join('、')}：略过 ${plan.leftOut.length} 个场景`,
            },
    },
    {
      name: NAMES.estimate,
      state: 'note',
      text: {
        en: `${plan.chosen.length} scenarios, ${new Set(plan.chosen.flatMap(({ touches }) => touches)).size} requirements`,
        zh: `${plan.chosen.length} 个场景，${new Set(plan.chosen.flatMap(({ touches }) => touches)).size} 条要求`,
      },
    },
  ];
};

const SIGNS = {
  en: { ok: 'ok', problem: 'problem', note: 'note', unneeded: 'not needed' },
  zh: { ok: '正常', problem: '问题', note: '提示', unneeded: '不需要' },
} as const;

/** Tells whether everything is ready for a check, and if not, whose turn it is. Changes nothing on the system. */
export const doctor = async (asked: DoctorOptions, io: Io): Promise<ExitCode> => {
  const options = { ...asked, url: asked.url.replace(/\/+$/, '') };
  const probes: Probe[] = [await probeFolder(options, io)];
  if (URL.canParse(options.url)) {
    const { probes: reached, found } = await discover(options, io);
    probes.push(...reached);
    if (found !== undefined) {
      const { document, date } = found;
      probes.push(probeRole(options, document), probeEnvironment(document), probeClock(date, io));
      const credentials = await credentialsOf(options, io);
      if ('complaint' in credentials) {
        const { complaint } = credentials;
        probes.push({
          name: NAMES.token,
          state: 'problem',
          code: complaint.code,
          text: { en: complaintText(complaint, 'en'), zh: complaintText(complaint, 'zh') },
        });
      } else if (document.environment === 'SANDBOX')
        probes.push(await probeToken(options, credentials.value, io));
      probes.push(...probePlan(options, document));
    }
  } else
    probes.push({
      name: NAMES.reach,
      state: 'problem',
      code: EXIT.usage,
      text: {
        en: `${options.url} is no address; write it as http://localhost:8080`,
        zh: `${options.url} 不是地址；形如 http://localhost:8080`,
      },
    });
  const { language } = options;
  if (options.json)
    io.out(
      JSON.stringify(
        probes.map(({ name, state, text }) => ({ name: name.en, state, text: text[language] })),
      ),
    );
  else
    io.out(
      columns(
        probes.map(({ name, state, text }) => [
          SIGNS[language][state],
          name[language],
          text[language],
        ]),
      ),
    );
  return worstOf(probes.flatMap(({ code }) => (code === undefined ? [] : [code])));
};
