import { developmentToken } from '@openwaybill/mock';
import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { uuid4 } from '@openwaybill/validate/light';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Answer } from './caller.ts';
import { loadWorld } from './world.ts';

/** How a running mock server is found, and as whom. */
export type ControlledOptions = {
  /** Its address. */
  readonly mock: string;
  /** The token of a tenant; absent: the development token that follows from the seed. */
  readonly token?: string;
  readonly seed: number;
};

/** A running mock server, spoken to as one of its tenants. */
export type Controlled = {
  readonly url: string;
  readonly token: string;
  call(method: string, path: string, body?: unknown): Promise<Answer>;
};

/** Thrown where a mock server is not to be had, or refuses: it ends the command with its complaint. */
export class NotControlled extends Error {
  override readonly name = 'NotControlled';
  readonly complaint: Complaint;

  constructor(complaint: Complaint) {
    super(complaint.seen.en);
    this.complaint = complaint;
  }
}

/** Milliseconds within which a mock server answers a command about itself. */
const ANSWER_WITHIN = 60_000;

const unreachable = (url: string): NotControlled =>
  new NotControlled({
    code: EXIT.environment,
    seen: { en: `no mock server answers at ${url}`, zh: `${url} 没有模拟服务应答` },
    wanted: { en: 'a running one is needed', zh: '需要运行中的模拟服务' },
    remedy: {
      en: 'openwaybill mock starts one; --mock names another address',
      zh: 'openwaybill mock 可启动；--mock 可另指地址',
    },
  });

type Finding = { readonly pointer: string };

/** What nobody's token is told: the standard's own refusal says nothing to a stranger. */
const STRANGER = {
  en: 'a token of one of its tenants is needed',
  zh: '需要其某一租户的令牌',
  hint: {
    en: 'name the token with --token, or the seed of the mock server with --seed',
    zh: '请用 --token 指定令牌，或用 --seed 指定模拟服务的种子',
  },
};

/** A refusal as the mock server explains it. */
const refused = ({ status, body }: Answer): NotControlled => {
  const told =
    body?.extensions?.['org.openwaybill.mock'] ?? (status === 401 ? STRANGER : undefined);
  const findings: readonly Finding[] = body?.errors ?? [];
  const places = [...new Set(findings.map(({ pointer }) => pointer).filter((one) => one !== ''))];
  const code = body?.code ?? status;
  return new NotControlled({
    code: status >= 500 ? EXIT.environment : EXIT.usage,
    seen: {
      en: `the mock server answers ${code}${places.length === 0 ? '' : ` for ${places.join(', ')}`}`,
      zh: `模拟服务应答 ${code}${places.length === 0 ? '' : `（${places.join('、')}）`}`,
    },
    wanted: { en: told?.en ?? 'it takes no such command', zh: told?.zh ?? '它不接受此命令' },
    remedy: {
      en: (told?.hint?.en ?? 'look at the help of this command').replace(/\.$/, ''),
      zh: (told?.hint?.zh ?? '请看此命令的帮助').replace(/。$/, ''),
    },
  });
};

/** Finds a mock server; whoever controls it is its platform, and the courier of a platform. */
export const controlledMock = async (
  io: Io,
  { mock, token, seed }: ControlledOptions,
): Promise<Controlled> => {
  const url = mock.replace(/\/+$/, '');
  const send = async (method: string, path: string, own: string | undefined, body?: unknown) => {
    let answer: Response;
    try {
      const request = new Request(`${url}${path}`, {
        method,
        headers: {
          'OpenWaybill-Version': SPOKEN_VERSION,
          ...(own === undefined ? {} : { Authorization: `Bearer ${own}` }),
          ...(method === 'POST' ? { 'Idempotency-Key': uuid4(io.random) } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      answer = await io.fetch(request, io.deadline(ANSWER_WITHIN));
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
    } catch {
      throw unreachable(url);
    }
  };
  const { status, body } = await send('GET', '/.well-known/openwaybill', undefined);
  const self = body?.organisation?.partyId;
  if (status !== 200 || typeof self !== 'string') throw unreachable(url);
  const ownToken = async (): Promise<string> => {
    const { file } = await loadWorld(io, 'dalian');
    const tenant = self === file.platform.partyId ? file.courier : file.platform;
    return developmentToken(seed, self, tenant.partyId);
  };
  const own = token ?? (await ownToken());
  return {
    url,
    token: own,
    call: async (method, path, given) => {
      const answer = await send(method, path, own, given);
      if (answer.status >= 400) throw refused(answer);
      return answer;
    },
  };
};
