import { createRecording, observedHead } from '@openwaybill/conformance';
import type { Role } from '@openwaybill/schemas';
import { uuid4 } from '@openwaybill/validate/light';
import { busyPort } from '../busy-port.ts';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Text } from '../language.ts';
import { percentiles } from '../record/latency.ts';
import { readOwnCertificate } from '../record/own-certificate.ts';
import { createTaking } from '../record/taking.ts';
import { createTape } from '../record/tape.ts';
import { told } from '../record/told.ts';
import { type WatchedParty, watchedParty } from '../record/watched-party.ts';
import { PLAYED } from '../sandbox/parties.ts';
import { type Listen, listenOf } from '../shore/listen-at.ts';
import { type Relay, relay } from '../shore/relay.ts';
import { isWebAddress } from '../web-address.ts';

export type RecordCommandOptions = Common & {
  /** Port, or `host:port`, at which the system is reached from now on. */
  readonly listen: string;
  readonly to: string;
  readonly as?: string;
  /** `port=address` of the other side. */
  readonly also?: string;
  /** PEM files: with them the doors speak TLS. */
  readonly cert?: string;
  readonly key?: string;
  readonly redact: 'strict' | 'off';
  readonly out: string;
  readonly quiet: boolean;
};

/** One listener, and what is behind it. */
type Door = Required<Listen> & { readonly to: string };

const usage = (seen: Text, wanted: Text, remedy: Text): { readonly complaint: Complaint } => ({
  complaint: { code: EXIT.usage, seen, wanted, remedy },
});

const LOOPBACK = '127.0.0.1';

const doorOf = (
  place: string,
  address: string,
  option: string,
): Door | { readonly complaint: Complaint } => {
  const found = listenOf(place);
  if (found === undefined)
    return usage(
      { en: `${place} is no port`, zh: `${place} 不是端口` },
      { en: `${option} begins with one up to 65535`, zh: `${option} 以不超过 65535 的端口开头` },
      { en: 'write it as 8081, or 0.0.0.0:8081', zh: '形如 8081 或 0.0.0.0:8081' },
    );
  if (!isWebAddress(address))
    return usage(
      { en: `${address || option} is no address`, zh: `${address || option} 不是地址` },
      { en: 'the base address of a system is needed', zh: '需要系统的基址' },
      { en: 'write it as http://localhost:8080', zh: '形如 http://localhost:8080' },
    );
  return { hostname: LOOPBACK, ...found, to: address.replace(/\/+$/, '') };
};

const doorsOf = (
  options: RecordCommandOptions,
): readonly Door[] | { readonly complaint: Complaint } => {
  const [place = '', ...address] = (options.also ?? '').split('=');
  const doors: Door[] = [];
  for (const one of [
    doorOf(options.listen, options.to, '--listen'),
    ...(options.also === undefined ? [] : [doorOf(place, address.join('='), '--also')]),
  ]) {
    if ('complaint' in one) return one;
    doors.push(one);
  }
  return doors;
};

const misuseOf = (options: RecordCommandOptions, io: Io): Complaint | undefined => {
  if (options.as !== undefined && !PLAYED.some((role) => role === options.as))
    return usage(
      { en: `${options.as} is no role that serves`, zh: `${options.as} 不是提供服务的角色` },
      { en: `there is ${PLAYED.join(', ')}`, zh: `现有 ${PLAYED.join('、')}` },
      { en: 'name one of them with --as', zh: '请用 --as 指定其一' },
    ).complaint;
  if (io.exists(options.out))
    return usage(
      { en: `${options.out} is there already`, zh: `${options.out} 已存在` },
      { en: 'a recording is never written over', zh: '记录从不被覆盖' },
      { en: 'name another file with --out', zh: '请用 --out 指定其他文件' },
    ).complaint;
  return undefined;
};

/** Values stay only where everybody says that nobody is real. */
const mayKeepValues = (
  parties: readonly WatchedParty[],
  options: RecordCommandOptions,
): Complaint | undefined => {
  if (options.redact === 'strict') return undefined;
  const real = parties.find(({ document }) => document.environment !== 'SANDBOX');
  if (real !== undefined)
    return usage(
      { en: `${real.url} is no sandbox`, zh: `${real.url} 不是沙箱` },
      {
        en: 'values are kept only where every party says SANDBOX',
        zh: '仅当各方均声明 SANDBOX 时才保留取值',
      },
      { en: 'leave --redact strict', zh: '请保留 --redact strict' },
    ).complaint;
  return parties.length > 1
    ? undefined
    : usage(
        { en: 'one party alone was named', zh: '只指定了一方' },
        {
          en: 'values are kept only where every party says SANDBOX',
          zh: '仅当各方均声明 SANDBOX 时才保留取值',
        },
        { en: 'name the other side with --also', zh: '请用 --also 指定另一方' },
      ).complaint;
};

const WORDS = {
  en: {
    listening: 'records until Ctrl-C; point the other side here',
    exchanges: 'exchanges',
    wrong: 'of them with something wrong',
    lost: 'more that could not be passed on',
    added: 'added by the way through',
    next: 'what they show',
  },
  zh: {
    listening: '持续记录，按 Ctrl-C 结束；请让对方改用此地址',
    exchanges: '次交换',
    wrong: '次有误',
    lost: '次另未能转发',
    added: '转发增加的时延',
    next: '查看结论',
  },
} as const;

/** The roles behind the doors: what was said, and for the other side what it claims. */
const partiesOf = async (
  io: Io,
  doors: readonly Door[],
  as: string | undefined,
): Promise<readonly WatchedParty[] | { readonly complaint: Complaint }> => {
  const parties: WatchedParty[] = [];
  for (const [at, { to }] of doors.entries()) {
    const party = await watchedParty(io, to, at === 0 ? (as as Role | undefined) : undefined);
    if ('complaint' in party) return party;
    const same = parties.find(({ role }) => role === party.role);
    if (same !== undefined)
      return usage(
        {
          en: `${same.url} and ${party.url} are both ${party.role}`,
          zh: `${same.url} 与 ${party.url} 均为 ${party.role}`,
        },
        {
          en: 'the two sides of a conversation have two roles',
          zh: '对话双方须为不同角色',
        },
        { en: 'record each of them by itself', zh: '请分别记录' },
      );
    parties.push(party);
  }
  return parties;
};

/** Stands between systems, passes on what they say, and writes it down without their people. */
export const record = async (options: RecordCommandOptions, io: Io): Promise<ExitCode> => {
  const { language } = options;
  const words = WORDS[language];
  const misuse = misuseOf(options, io);
  if (misuse !== undefined) return complain(io, options, misuse);
  const doors = doorsOf(options);
  if ('complaint' in doors) return complain(io, options, doors.complaint);
  const parties = await partiesOf(io, doors, options.as);
  if ('complaint' in parties) return complain(io, options, parties.complaint);
  const own = await readOwnCertificate(options, io);
  if ('complaint' in own) return complain(io, options, own.complaint);
  const refusal = mayKeepValues(parties, options);
  if (refusal !== undefined) return complain(io, options, refusal);

  const tape = createTape(io, options.out);
  const recording = createRecording({
    recorder: tape.recorder,
    redact: options.redact,
    parties: parties.map(({ role, document }) => ({
      role,
      partyId: document.organisation.partyId,
    })),
    keysOf: async (role, isFresh) =>
      parties.find((party) => party.role === role)?.keysOf(isFresh) ?? [],
  });
  tape.recorder.record(
    observedHead({
      runId: uuid4(io.random),
      mode: 'RECORD',
      redact: options.redact,
      parties,
    }),
  );
  const unwritable = await tape.written();
  if (unwritable !== undefined) return complain(io, options, fileComplaint(unwritable, 'write'));

  const added: number[] = [];
  let wrongCount = 0;
  const taking = createTaking(tape.recorder, recording, (exchange, faults, passed) => {
    added.push(passed.added);
    if (faults.length > 0) wrongCount += 1;
    if (!options.quiet && !options.json) io.out(told(exchange, faults, language));
  });
  const relays: Relay[] = [];
  try {
    for (const [at, { hostname, port, to }] of doors.entries())
      relays.push(
        await relay({
          hostname,
          port,
          to,
          as: parties[at]?.role ?? 'courier',
          now: io.now,
          elapsed: io.elapsed,
          seen: taking.seen,
          lost: taking.lost,
          ...(own.value === undefined ? {} : { own: own.value }),
        }),
      );
  } catch (error) {
    await Promise.all(relays.map(({ close }) => close()));
    await io.remove(options.out);
    const busy = busyPort(error, '--listen');
    if (busy === undefined) throw error;
    return complain(io, options, busy);
  }
  for (const [at, { url }] of relays.entries())
    io.err(`${url} → ${parties[at]?.role} ${parties[at]?.url}  ${words.listening}`);
  await io.interrupted();
  await Promise.all(relays.map(({ close }) => close()));
  const { lostCount, failures } = await taking.settled();
  tape.recorder.record({
    kind: 'end',
    entryCount: tape.recorder.entries.length + 1,
    complete: failures.length === 0,
  });
  const fault = await tape.written();
  if (fault !== undefined) return complain(io, options, fileComplaint(fault, 'write'));
  const latency = percentiles(added);
  if (options.json)
    io.out(
      JSON.stringify({
        out: options.out,
        exchangeCount: added.length,
        wrongCount,
        lostCount,
        addedMilliseconds: latency,
      }),
    );
  else
    io.out(
      [
        [
          `${added.length} ${words.exchanges}`,
          `${wrongCount} ${words.wrong}`,
          ...(lostCount === 0 ? [] : [`${lostCount} ${words.lost}`]),
        ].join(', '),
        `${words.added}: ${latency.median} ms (p99 ${latency.p99} ms)`,
        `${words.next}: openwaybill judge ${options.out}`,
      ].join('\n'),
    );
  if (failures.length > 0) throw failures[0];
  return EXIT.ok;
};
