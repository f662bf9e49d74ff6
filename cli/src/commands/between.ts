import {
  assertionOf,
  type BetweenResult,
  betweenResult,
  type Credentials,
  createRecording,
  driveBetween,
  type Hand,
  observedHead,
  type Side,
  tokenRequest,
} from '@openwaybill/conformance';
import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { uuid4 } from '@openwaybill/validate/light';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Text } from '../language.ts';
import { readJsonFile } from '../read-json-file.ts';
import { createTaking } from '../record/taking.ts';
import { createTape } from '../record/tape.ts';
import { told } from '../record/told.ts';
import { type WatchedParty, watchedParty } from '../record/watched-party.ts';
import { tellBetween } from '../report/tell-between.ts';
import { writeReports } from '../report/write-reports.ts';
import { partyCredentials } from '../sandbox/parties.ts';
import { howOf } from '../shore/node-shore.ts';
import { type Relay, relay } from '../shore/relay.ts';

export type BetweenOptions = Common & {
  /** `role=address`, one a party. */
  readonly between: readonly string[];
  /** By the system at which they are used: who the other one is there, and its key. */
  readonly credentials?: string;
  readonly out: string;
  readonly quiet: boolean;
};

type Pair<T> = Readonly<Record<Side, T>>;

const SIDES: readonly Side[] = ['courier', 'platform'];
const LOOPBACK = '127.0.0.1';
const MOCK = 'openwaybill-mock';
const PATIENCE = 10_000;
/** Milliseconds before its end at which a token is fetched anew. */
const MARGIN = 30_000;

type Had<T> = { readonly value: T } | { readonly complaint: Complaint };

const usage = (seen: Text, wanted: Text, remedy: Text): { readonly complaint: Complaint } => ({
  complaint: { code: EXIT.usage, seen, wanted, remedy },
});

const bothOf = <T>(of: (side: Side) => T): Pair<T> => ({
  courier: of('courier'),
  platform: of('platform'),
});

/** The address of each of the two. */
const addressesOf = (given: readonly string[]): Had<Pair<string>> => {
  const found = new Map<string, string>();
  for (const one of given) {
    const [role = '', ...address] = one.split('=');
    const url = address.join('=').replace(/\/+$/, '');
    if (!SIDES.some((side) => side === role))
      return usage(
        { en: `${one} names no party`, zh: `${one} 未指明角色` },
        { en: 'a courier and a platform are needed', zh: '需要一个快递与一个平台' },
        {
          en: 'write --between courier=http://… platform=http://…',
          zh: '形如 --between courier=http://… platform=http://…',
        },
      );
    if (!/^https?:/i.test(url) || !URL.canParse(url))
      return usage(
        { en: `${url || one} is no address`, zh: `${url || one} 不是地址` },
        { en: 'the base address of the system is needed', zh: '需要系统的基址' },
        { en: 'write it as http://localhost:8080', zh: '形如 http://localhost:8080' },
      );
    found.set(role, url);
  }
  const missing = SIDES.find((side) => !found.has(side));
  return missing === undefined
    ? { value: bothOf((side) => found.get(side) ?? '') }
    : usage(
        { en: `no ${missing} was named`, zh: `未指定 ${missing}` },
        { en: 'a courier and a platform are needed', zh: '需要一个快递与一个平台' },
        { en: `add --${missing} http://…`, zh: `请加上 --${missing} http://…` },
      );
};

/** Why two systems cannot be brought to speak over a relay, or nothing. */
const obstacle = ({ url, role, document }: WatchedParty): Complaint | undefined => {
  if (document.environment !== 'SANDBOX')
    return usage(
      { en: `${url} is no sandbox`, zh: `${url} 不是沙箱` },
      { en: 'only sandboxes are brought to act', zh: '仅驱动沙箱' },
      { en: 'name a sandbox', zh: '请指定沙箱' },
    ).complaint;
  if (
    document.claims.some((one) => one.role === role && one.conformanceClass === 'signed-messages')
  )
    return usage(
      { en: `${url} claims signed-messages`, zh: `${url} 声明了 signed-messages` },
      {
        en: 'a signature covers the address, and nothing can stand in between',
        zh: '签名包含地址，中间不能有转发',
      },
      { en: 'check each system by itself', zh: '请分别检测各系统' },
    ).complaint;
  return undefined;
};

const isCredentials = (value: unknown): value is Credentials => {
  const { clientId, partyId, key } = (value ?? {}) as Partial<Credentials>;
  return [clientId, partyId].every((one) => typeof one === 'string') && key instanceof Object;
};

/** At each system the run speaks as the other one: by a file, or by the keys that every mock server knows. */
const credentialsOf = async (
  options: BetweenOptions,
  parties: Pair<WatchedParty>,
  io: Io,
): Promise<Had<Pair<Credentials>>> => {
  if (options.credentials !== undefined) {
    const file = await readJsonFile<Partial<Pair<unknown>>>(io, options.credentials);
    if ('complaint' in file) return file;
    const { courier, platform } = file.value ?? {};
    if (isCredentials(courier) && isCredentials(platform)) return { value: { courier, platform } };
    return usage(
      {
        en: `${options.credentials} holds no credentials`,
        zh: `${options.credentials} 中没有凭据`,
      },
      {
        en: 'courier and platform are needed, each with what the other one is there: clientId, partyId, role, key',
        zh: '需要 courier 与 platform 两项，各为另一方在该处的 clientId、partyId、role、key',
      },
      { en: 'repair it, or name another file', zh: '请修正，或指定其他文件' },
    );
  }
  if (SIDES.some((side) => parties[side].document.software.name !== MOCK))
    return usage(
      { en: 'no credentials were given', zh: '未给出凭据' },
      {
        en: 'test control of each system is used as the other one',
        zh: '以另一方的身份使用各系统的测试控制',
      },
      {
        en: 'name a file with --credentials: courier and platform, each with clientId, partyId, role, key (JWK)',
        zh: '请用 --credentials 指定文件：courier 与 platform 各含 clientId、partyId、role、key（JWK）',
      },
    );
  const at = async (side: Side): Promise<Credentials> => {
    const other = side === 'courier' ? 'platform' : 'courier';
    return partyCredentials(1, parties[other].document.organisation.partyId, other);
  };
  return { value: { courier: await at('courier'), platform: await at('platform') } };
};

/** There is no token with these credentials, or no answer any more. */
class Lost extends Error {
  override readonly name = 'Lost';
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** The value of a text; nothing where it is no JSON. */
const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const handOf = (
  io: Io,
  parties: Pair<WatchedParty>,
  credentials: Pair<Credentials>,
  reachedAt: Pair<string>,
): Hand => {
  const tokens = new Map<Side, { readonly value: string; readonly until: number }>();
  const answered = async (
    side: Side,
    request: Request,
  ): Promise<{ readonly status: number; readonly body: unknown }> => {
    try {
      const answer = await io.fetch(request, io.deadline(PATIENCE));
      return { status: answer.status, body: jsonIn(await answer.text()) };
    } catch (error) {
      const how = howOf(error);
      const { url } = parties[side];
      throw new Lost({
        en: `${url} does not answer (${how})`,
        zh: `${url} 没有应答（${how}）`,
      });
    }
  };
  const tokenAt = async (side: Side): Promise<string> => {
    const known = tokens.get(side);
    if (known !== undefined && known.until > io.now()) return known.value;
    const endpoint = parties[side].document.endpoints.token;
    const assertion = await assertionOf(credentials[side], {
      now: io.now(),
      secure: (bytes) => new Uint8Array(io.random(bytes)),
      audience: endpoint,
    });
    const answer = await answered(side, tokenRequest(endpoint, assertion));
    const grant = (answer.status === 200 ? answer.body : undefined) as
      | { readonly access_token?: unknown; readonly expires_in?: unknown }
      | null
      | undefined;
    if (typeof grant?.access_token !== 'string')
      throw new Lost({
        en: `${endpoint} answered ${answer.status} to ${credentials[side].clientId}`,
        zh: `${endpoint} 对 ${credentials[side].clientId} 返回 ${answer.status}`,
      });
    tokens.set(side, {
      value: grant.access_token,
      until: io.now() + (Number(grant.expires_in) || 0) * 1000 - MARGIN,
    });
    return grant.access_token;
  };
  return {
    reachedAt,
    wait: io.sleep,
    offers: (side, command) =>
      parties[side].document.testControl?.commands.includes(command) === true,
    call: async (side, method, path, body) =>
      answered(
        side,
        new Request(`${parties[side].url}${path}`, {
          method,
          headers: {
            Authorization: `Bearer ${await tokenAt(side)}`,
            'OpenWaybill-Version': SPOKEN_VERSION,
            ...(method === 'POST' ? { 'Idempotency-Key': uuid4(io.random) } : {}),
            ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
  };
};

const lost = ({ text }: Lost): Complaint => ({
  code: EXIT.environment,
  seen: text,
  wanted: { en: 'both systems are needed all the time', zh: '两个系统须始终可用' },
  remedy: { en: 'look at both of them', zh: '请检查两个系统' },
});

/** Stands between a courier and a platform, brings them to speak with each other, and judges both. */
export const between = async (options: BetweenOptions, io: Io): Promise<ExitCode> => {
  const addresses = addressesOf(options.between);
  if ('complaint' in addresses) return complain(io, options, addresses.complaint);
  const found = new Map<Side, WatchedParty>();
  for (const side of SIDES) {
    const party = await watchedParty(io, addresses.value[side], side);
    if ('complaint' in party) return complain(io, options, party.complaint);
    const refused = obstacle(party);
    if (refused !== undefined) return complain(io, options, refused);
    found.set(side, party);
  }
  const [courier, platform] = [found.get('courier'), found.get('platform')];
  if (courier === undefined || platform === undefined) return EXIT.ours;
  const parties = { courier, platform };
  const credentials = await credentialsOf(options, parties, io);
  if ('complaint' in credentials) return complain(io, options, credentials.complaint);

  const tape = createTape(io, `${options.out}/between.owt.ndjson`);
  const recording = createRecording({
    recorder: tape.recorder,
    redact: 'off',
    parties: SIDES.map((role) => ({
      role,
      partyId: parties[role].document.organisation.partyId,
    })),
    keysOf: async (role, isFresh) => found.get(role as Side)?.keysOf(isFresh) ?? [],
  });
  tape.recorder.record(
    observedHead({
      runId: uuid4(io.random),
      mode: 'BETWEEN',
      redact: 'off',
      parties: SIDES.map((side) => parties[side]),
    }),
  );
  const taking = createTaking(tape.recorder, recording, (exchange, faults) => {
    if (!options.quiet && !options.json) io.err(told(exchange, faults, options.language));
  });
  const relays = new Map<Side, Relay>();
  let ending: Complaint | undefined;
  try {
    for (const side of SIDES)
      relays.set(
        side,
        await relay({
          hostname: LOOPBACK,
          port: 0,
          to: parties[side].url,
          as: side,
          now: io.now,
          elapsed: io.elapsed,
          seen: taking.seen,
          lost: taking.lost,
        }),
      );
    const reachedAt = bothOf((side) => relays.get(side)?.url ?? '');
    await driveBetween(handOf(io, parties, credentials.value, reachedAt), tape.recorder);
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
    ending = lost(error);
  } finally {
    for (const { close } of relays.values()) await close();
  }
  const { failures } = await taking.settled();
  tape.recorder.record({
    kind: 'end',
    entryCount: tape.recorder.entries.length + 1,
    complete: ending === undefined && failures.length === 0,
    ...(ending === undefined ? {} : { reason: 'SYSTEM_LOST', detail: ending.seen }),
  });
  const fault = await tape.written();
  if (fault !== undefined) return complain(io, options, fileComplaint(fault, 'write'));
  if (ending !== undefined) return complain(io, options, ending);
  const transcript = { entries: tape.recorder.entries };
  const result = await betweenResult(transcript);
  const unwritten = await writeBetween(result, options, io, transcript);
  if (unwritten !== undefined) return complain(io, options, unwritten);
  tellBetween(result, options, io);
  if (failures.length > 0) throw failures[0];
  return result.exit;
};

/** Writes what was found: the whole, and for each party its result and page. */
export const writeBetween = async (
  result: BetweenResult,
  options: Common & { readonly out: string },
  io: Io,
  transcript: Parameters<typeof writeReports>[0]['transcript'],
): Promise<Complaint | undefined> => {
  const fault = await io.write(
    `${options.out}/between.json`,
    `${JSON.stringify(result, undefined, 2)}\n`,
  );
  if (fault !== undefined) return fileComplaint(fault, 'write');
  for (const party of result.parties) {
    const { complaint } = await writeReports(
      { result: party, transcript },
      { out: `${options.out}/${party.system.role}`, language: options.language },
      io,
    );
    if (complaint !== undefined) return complaint;
  }
  return undefined;
};
