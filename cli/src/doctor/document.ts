import {
  type CapabilityDocument,
  type ClaimFile,
  isDocument,
  unusable,
} from '@openwaybill/conformance';
import type { Role } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { unreached } from './network.ts';
import { both, ok, type Probe, preview, problem, told } from './probe.ts';

const WITHIN = 10_000;

/** What the system says of itself, and when. */
export type Discovered = { readonly document: CapabilityDocument; readonly date: string | null };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // no document: told with its length, and never with its text, which may be anything
    return undefined;
  }
};

/** Reads the capability document without a token. */
export const discover = async (
  url: string,
  claim: ClaimFile | undefined,
  io: Io,
): Promise<{ readonly probes: readonly Probe[]; readonly found?: Discovered }> => {
  const address = `${url}/.well-known/openwaybill`;
  let answer: Response;
  let text: string;
  try {
    answer = await io.fetch(new Request(address, { redirect: 'manual' }), io.deadline(WITHIN));
    text = await answer.text();
  } catch (error) {
    return { probes: [unreached(url, error)] };
  }
  const reached = ok('reach', url);
  const date = answer.headers.get('Date');
  const value = parsed(text);
  if (!isDocument(value)) {
    if (claim?.document !== undefined)
      return {
        probes: [
          reached,
          told(
            'document',
            'note',
            'none that can be used is served; that of the claim file is used',
            '系统未提供可用的文档；使用声明文件中的文档',
          ),
        ],
        found: { document: claim.document, date },
      };
    const { en, zh } = unusable(address, answer, text);
    return {
      probes: [
        reached,
        problem(
          'document',
          EXIT.usage,
          `${en}; mend the address or the document, or name a claim file with --claim`,
          `${zh}；请修正地址或文档，或用 --claim 指定声明文件`,
        ),
      ],
    };
  }
  const verdict = judge('CapabilityDocument', value, 'receiver');
  const first = verdict.ok ? undefined : verdict.issues[0];
  return {
    probes: [
      reached,
      first === undefined
        ? ok('document', address)
        : preview(
            'document',
            `not valid at ${first.pointer || '/'} (${first.rule}); a check will find DSC-001 failed`,
            `${first.pointer || '/'} 处无效（${first.rule}）；检测时 DSC-001 将不通过`,
          ),
    ],
    found: { document: value, date },
  };
};

/** Which of the claimed roles is meant. */
export const probeRole = (
  asked: string | undefined,
  { claims }: CapabilityDocument,
): { readonly probe: Probe; readonly role?: Role } => {
  const roles = [...new Set(claims.map(({ role }) => role))];
  const role = asked ?? (roles.length === 1 ? roles[0] : undefined);
  const found = roles.find((one) => one === role);
  if (found !== undefined) return { probe: ok('role', found), role: found };
  return {
    probe: problem(
      'role',
      EXIT.usage,
      `it claims ${roles.join(', ') || 'no role'}${asked === undefined ? '' : ` and not ${asked}`}; choose one with --role`,
      `其声明的角色为 ${roles.join('、') || '无'}${asked === undefined ? '' : `，不含 ${asked}`}；请用 --role 选择`,
    ),
  };
};

/** Only a sandbox is driven, or what its owner answers for. */
export const probeEnvironment = (
  { environment }: CapabilityDocument,
  isOwnProduction: boolean,
): Probe => {
  if (environment === 'SANDBOX') return ok('environment', environment);
  return isOwnProduction
    ? told(
        'environment',
        'warning',
        'production, and its owner wants it driven: all people are invented, and nothing is dialled or mailed',
        '生产环境，所有者要求检测：所用人员均为虚构，不拨打电话也不发送信件',
      )
    : problem(
        'environment',
        EXIT.usage,
        'the system is in production: it is read and not driven; check a sandbox, or own it (--production-i-own-this with a claim file that has its partyId)',
        '该系统处于生产环境：只读取不驱动；请检测沙箱，或由所有者使用 --production-i-own-this 与含其 partyId 的声明文件',
      );
};

/** Endpoints are absolute, and on the host that was named or on loopback. */
export const probeEndpoints = (url: string, { endpoints }: CapabilityDocument): Probe => {
  const named = Object.entries(endpoints).filter(([, value]) => typeof value === 'string') as [
    string,
    string,
  ][];
  const wrong = named.filter(([, value]) => !URL.canParse(value)).map(([name]) => name);
  if (wrong.length > 0)
    return problem(
      'endpoints',
      EXIT.usage,
      `${wrong.join(', ')} is no absolute address; serve whole addresses`,
      `${wrong.join('、')} 不是绝对地址；请提供完整地址`,
    );
  const host = new URL(url).hostname;
  const elsewhere = [...new Set(named.map(([, value]) => new URL(value).hostname))].filter(
    (one) => one !== host,
  );
  return elsewhere.length === 0
    ? { probe: 'endpoints', state: 'ok', text: both(named.map(([name]) => name).join(', ')) }
    : told(
        'endpoints',
        'warning',
        `some are on ${elsewhere.join(', ')}, which you have not named; the key of the run signs for them`,
        `部分端点位于 ${elsewhere.join('、')}，并非你所指定的主机；检测方密钥将为其签名`,
      );
};

/** Whether the keys by which its events are verified can be had without a token, where it says that they are. */
export const probeKeys = async (
  { endpoints }: { readonly endpoints: Pick<CapabilityDocument['endpoints'], 'keys'> },
  io: Io,
): Promise<Probe> => {
  const address = endpoints.keys;
  const found = (seen: string, zh: string): Probe =>
    preview(
      'keys',
      `${address} ${seen}; a check will find that nothing signed can be verified`,
      `${address} ${zh}；检测时会发现签名无法验证`,
    );
  if (!URL.canParse(address)) return found('is no absolute address', '不是绝对地址');
  try {
    const answer = await io.fetch(
      new Request(address, { redirect: 'manual' }),
      io.deadline(WITHIN),
    );
    const text = await answer.text();
    const keys = answer.status === 200 ? keysIn(parsed(text)) : [];
    return keys.length === 0
      ? found(`answered ${answer.status} and no keys`, `返回 ${answer.status}，没有公钥`)
      : ok('keys', { en: `${keys.length} at ${address}`, zh: `${address}，${keys.length} 个` });
  } catch (error) {
    const { en, zh } = unreached(address, error).text;
    return preview('keys', en, zh);
  }
};

/** The keys of a key set, where a value is one. */
const keysIn = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys)
    ? value.keys
    : [];
