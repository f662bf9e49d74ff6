import { isTarget, Refusal, type Snapshot } from '@openwaybill/mock';
import { busyPort } from '../busy-port.ts';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { DEFAULT_PORTS, PLAYED, type Played } from '../sandbox/parties.ts';
import { type Sandbox, startSandbox } from '../sandbox/start.ts';
import { isFolder, shownPlace, storesAt, unusableStore } from '../sandbox/store-place.ts';
import { loadWorld, worldNames } from '../sandbox/world.ts';
import { columns } from '../table.ts';

export type MockCommandOptions = Common & {
  readonly role: readonly string[];
  /** Of the first role; the next role takes the next port. */
  readonly port?: number;
  readonly store?: string;
  readonly seed: number;
  readonly auth: 'lax' | 'strict';
  readonly tolerant: boolean;
  readonly clock: 'frozen' | 'real';
  readonly public: boolean;
  /** Parcels stand where they are until somebody scans them: for conformance runs. */
  readonly still: boolean;
  /** Whether it can be controlled from outside. */
  readonly control: boolean;
  /** Whether a magic number that is asked for makes its parcel; by default where parcels move. */
  readonly magic?: 'on' | 'off';
  /** A snapshot to go on from. */
  readonly from?: string;
  /** Class `signed-messages` is claimed: whoever has a token signs. */
  readonly signed: boolean;
  /** A made-up next minor is spoken. */
  readonly future: boolean;
  /** Where events go without a subscription. */
  readonly eventsTo?: string;
  readonly world: string;
  /** Where requests and answers are logged, redacted. */
  readonly log?: string;
};

/** How often what real time has made due is looked for. */
const TICK_MILLISECONDS = 500;

const LAST_PORT = 65_535;

const usage = (
  seen: Complaint['seen'],
  wanted: Complaint['wanted'],
  remedy: Complaint['remedy'],
) => ({
  code: EXIT.usage,
  seen,
  wanted,
  remedy,
});

/** Whether events may go there. */
const isReceiver = (address: string): boolean => isTarget(address, { environment: 'SANDBOX' });

/** What keeps a mock server from starting as it was asked to. */
const refusal = (options: MockCommandOptions): Complaint | undefined => {
  const unknown = options.role.find((role) => !PLAYED.some((one) => one === role));
  if (unknown !== undefined)
    return usage(
      { en: `the mock server does not play ${unknown}`, zh: `模拟服务不扮演 ${unknown}` },
      { en: `it plays ${PLAYED.join(', ')}`, zh: `可扮演 ${PLAYED.join('、')}` },
      { en: 'name one of them with --role', zh: '请用 --role 指定其一' },
    );
  if (options.eventsTo !== undefined && !isReceiver(options.eventsTo))
    return usage(
      {
        en: `--events-to is given ${options.eventsTo}`,
        zh: `--events-to 的取值为 ${options.eventsTo}`,
      },
      {
        en: 'an address of this machine, or of a public host by https, is needed',
        zh: '需要本机地址，或公网 https 地址',
      },
      {
        en: 'write it as http://localhost:3000/hooks',
        zh: '请写作 http://localhost:3000/hooks',
      },
    );
  const last = (options.port ?? 0) + new Set(options.role).size - 1;
  if (last > LAST_PORT)
    return usage(
      { en: `the last role would be on port ${last}`, zh: `最后一个角色的端口为 ${last}` },
      { en: `a port is at most ${LAST_PORT}`, zh: `端口不超过 ${LAST_PORT}` },
      { en: 'name a lower one with --port', zh: '请用 --port 指定较小的端口' },
    );
  if (options.public && options.auth !== 'strict')
    return usage(
      { en: '--public opens the server to others', zh: '--public 会对外开放服务' },
      { en: 'development tokens are for this machine only', zh: '开发令牌仅限本机使用' },
      { en: 'add --auth strict', zh: '请加上 --auth strict' },
    );
  return undefined;
};

const clockText = (startsAt: string, mode: 'frozen' | 'real'): string =>
  `${startsAt.slice(0, 10)} ${startsAt.slice(11, 16)} ${startsAt.slice(-6)} ${mode}`;

/** Whether a number that is asked for makes its parcel. */
const isMagic = ({ magic, still }: MockCommandOptions): boolean =>
  magic === undefined ? !still : magic === 'on';

/** The public half of the key that signs events, as receivers of webhooks write it. */
const publicKeyOf = ({ mock }: Sandbox['parties'][number]): string =>
  `whpk_${Buffer.from(mock.system.keys.current.publicJwk.x ?? '', 'base64url').toString('base64')}`;

const MAGIC = 'ZZ010000000016';

/** Three calls to paste: a parcel is made, goes its whole way, and is read with all that happened. */
const firstCalls = (
  options: MockCommandOptions,
  { parties }: Sandbox,
): readonly string[] | undefined => {
  const courier = parties.find(({ role }) => role === 'courier');
  // nobody signs by hand
  if (courier?.token === undefined || options.signed) return undefined;
  if (!options.control || !isMagic(options)) return undefined;
  const { url, token } = courier;
  const curl = `curl -s -H 'Authorization: Bearer ${token}'`;
  const until = JSON.stringify({ until: { waybillNo: MAGIC, status: 'DELIVERED' } });
  return [
    `${curl} ${url}/v1/parcels/ZZ/${MAGIC}`,
    `${curl} -H 'Content-Type: application/json' -d '${until}' ${url}/_mock/clock/advance`,
    `${curl} ${url}/v1/parcels/ZZ/${MAGIC}/events`,
  ];
};

const table = (
  options: MockCommandOptions,
  sandbox: Sandbox,
  startsAt: string,
  store: string,
): string => {
  const zh = options.language === 'zh';
  const clock = zh
    ? clockText(startsAt, options.clock).replace('frozen', '静止').replace('real', '实时')
    : clockText(startsAt, options.clock);
  const calls = firstCalls(options, sandbox);
  const parties = sandbox.parties
    .map((party) => {
      const { role, url, token } = party;
      const call =
        // nobody signs by hand
        token === undefined || options.signed
          ? `curl ${url}/.well-known/openwaybill`
          : `curl -H "Authorization: Bearer ${token}" ${url}/v1/${role === 'courier' ? 'orders' : 'agreements'}`;
      return columns([
        [
          `    ${role}`,
          `${url}     ${zh ? '种子' : 'seed'} ${options.seed}     ${zh ? '时钟' : 'clock'} ${clock}`,
        ],
        [`    ${zh ? '检视页' : 'inspector'}`, `${url}/_mock/`],
        [`    ${zh ? '存储' : 'store'}`, store],
        ...(token === undefined ? [] : [[`    ${zh ? '令牌' : 'token'}`, token]]),
        [`    ${zh ? '公钥' : 'public key'}`, publicKeyOf(party)],
        ...(calls === undefined ? [[`    ${zh ? '试一试' : 'try'}`, call]] : []),
        [`    ${zh ? '检测' : 'check'}`, `openwaybill check ${url} --role ${role}`],
      ]);
    })
    .join('\n\n');
  return calls === undefined
    ? parties
    : [parties, '', zh ? '    粘贴以下三行：' : '    paste these three:', '', ...calls, ''].join(
        '\n',
      );
};

const noSnapshot = (path: string, why: Complaint['seen']): Complaint =>
  usage(
    { en: `${path} ${why.en}`, zh: `${path} ${why.zh}` },
    {
      en: 'a snapshot of a role that is played, with the same seed and world, is needed',
      zh: '需要所扮演角色的、种子与世界相同的快照',
    },
    {
      en: 'save one from GET /_mock/snapshots/{id}, and name its role and seed',
      zh: '请由 GET /_mock/snapshots/{id} 保存，并指定其角色与种子',
    },
  );

/** Goes on from a snapshot, if one is named; answers what keeps it from that. */
const loadSnapshot = async (
  { from }: MockCommandOptions,
  io: Io,
  { parties }: Sandbox,
): Promise<Complaint | undefined> => {
  if (from === undefined) return undefined;
  const read = await io.read(from);
  if (!read.ok) return fileComplaint(read.fault, 'read');
  let document: Partial<Snapshot> | null;
  try {
    document = JSON.parse(Buffer.from(read.bytes).toString('utf8'));
  } catch {
    return noSnapshot(from, { en: 'is no JSON', zh: '不是 JSON' });
  }
  const party = parties.find(
    ({ role, partyId }) => role === document?.role && partyId === document?.partyId,
  );
  if (party === undefined || document?.tenant === undefined)
    return noSnapshot(from, { en: 'is of nobody who is played', zh: '不属于所扮演的角色' });
  try {
    await party.mock.control.of(document.tenant).snapshots.load(document as Snapshot);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return noSnapshot(from, { en: 'was taken elsewhere', zh: '取自其他环境' });
  }
};

/** Serves the roles that are named, joined to one world, until Ctrl-C. */
export const mock = async (options: MockCommandOptions, io: Io): Promise<ExitCode> => {
  const refused = refusal(options);
  if (refused !== undefined) return complain(io, options, refused);
  const roles = [...new Set(options.role)] as Played[];
  const worlds = await worldNames(io);
  if (!worlds.includes(options.world))
    return complain(
      io,
      options,
      usage(
        { en: `there is no world ${options.world}`, zh: `没有世界 ${options.world}` },
        { en: `there is ${worlds.join(', ')}`, zh: `现有 ${worlds.join('、')}` },
        { en: 'name one of them with --world', zh: '请用 --world 指定其一' },
      ),
    );
  const world = await loadWorld(io, options.world);
  const ports: Record<Played, number> = { ...DEFAULT_PORTS };
  if (options.port !== undefined)
    for (const [at, role] of roles.entries())
      ports[role] = options.port === 0 ? 0 : options.port + at;
  const folder = options.store === undefined ? await io.temporaryFolder() : options.store;
  const unmade = isFolder(folder) ? await io.makeFolder(folder) : undefined;
  if (unmade !== undefined) return complain(io, options, fileComplaint(unmade, 'write', '--store'));
  const { log } = options;
  if (log !== undefined) {
    const fault = await io.append(log, '');
    if (fault !== undefined) {
      if (options.store === undefined) await io.remove(folder);
      return complain(io, options, fileComplaint(fault, 'write', '--log'));
    }
  }
  let written: Promise<unknown> = Promise.resolve();
  let sandbox: Sandbox;
  try {
    sandbox = await startSandbox(
      {
        roles,
        ports,
        hostname: options.public ? '0.0.0.0' : '127.0.0.1',
        seed: options.seed,
        store: folder,
        clockMode: options.clock === 'real' ? 'REAL' : 'FROZEN',
        strictAuth: options.auth === 'strict',
        unknownMembers: options.tolerant ? 'TOLERANT' : 'STRICT',
        movement: options.still ? 'NONE' : 'SCENARIO',
        isMagic: isMagic(options),
        hasControl: options.control,
        isJoined: true,
        signed: options.signed,
        isLater: options.future,
        world,
        ...(log === undefined
          ? {}
          : {
              // one after the other, so that records stand in the order of what they tell
              log: (record) => {
                written = written.then(() => io.append(log, `${JSON.stringify(record)}\n`));
              },
            }),
      },
      io,
    );
  } catch (error) {
    if (options.store === undefined) await io.remove(folder);
    const complaint = busyPort(error) ?? unusableStore(error, folder);
    if (complaint === undefined) throw error;
    return complain(io, options, complaint);
  }
  const unloaded = await loadSnapshot(options, io, sandbox);
  if (unloaded !== undefined) {
    await sandbox.close();
    if (options.store === undefined) await io.remove(folder);
    return complain(io, options, unloaded);
  }
  const { startsAt } = world.file;
  if (options.eventsTo !== undefined)
    for (const { role, mock: party } of sandbox.parties) {
      const to = world.file[role === 'platform' ? 'courier' : 'platform'].partyId;
      await party.control.of(to).sinks.put('events-to', { url: options.eventsTo });
    }
  const store = storesAt(folder);
  io.out(
    options.json
      ? JSON.stringify(
          sandbox.parties.map((party) => ({
            role: party.role,
            url: party.url,
            partyId: party.partyId,
            publicKey: publicKeyOf(party),
            ...(party.token === undefined ? {} : { token: party.token }),
            seed: options.seed,
            startsAt,
            clock: options.clock,
            store: shownPlace(folder),
          })),
        )
      : table(options, sandbox, startsAt, store),
  );
  let isOver = false;
  const ticking = (async () => {
    while (!isOver) {
      for (const party of sandbox.parties) await party.mock.tick();
      await io.sleep(TICK_MILLISECONDS);
    }
  })();
  await io.interrupted();
  isOver = true;
  await ticking;
  await sandbox.close();
  await written;
  if (options.store === undefined) await io.remove(folder);
  for (const defect of sandbox.defects)
    io.err(defect instanceof Error ? (defect.stack ?? defect.message) : String(defect));
  return sandbox.defects.length === 0 ? EXIT.ok : EXIT.ours;
};
