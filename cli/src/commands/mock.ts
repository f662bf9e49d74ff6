import { isTarget, Refusal, type Snapshot } from '@openwaybill/mock';
import { busyPort } from '../busy-port.ts';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { type Defect, readDefect } from '../sandbox/defect.ts';
import { laterRelease } from '../sandbox/later-release.ts';
import { ownScenarios } from '../sandbox/own-scenarios.ts';
import { DEFAULT_PORTS, isPlayed, PLAYED, type Played } from '../sandbox/parties.ts';
import { type Peers, readPeers } from '../sandbox/peers.ts';
import { type PublicUrls, readPublicUrls } from '../sandbox/public-urls.ts';
import { type MockSetting, openRunFile } from '../sandbox/run-file.ts';
import { openSinks, sandboxSetting } from '../sandbox/setting.ts';
import { recordedShore } from '../sandbox/shore.ts';
import { noSnapshot, readSnapshotFile } from '../sandbox/snapshot-file.ts';
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
  /** Real systems in place of partners, as `role=address`. */
  readonly peer?: readonly string[];
  /** A violation of the standard that it shows, by its id. */
  readonly defect?: string;
  /** Where clients find the roles, as `role=address`. */
  readonly publicUrl?: readonly string[];
  /** Parcels stand where they are until somebody scans them: for conformance runs. */
  readonly still: boolean;
  /** Whether it can be controlled from outside. */
  readonly control: boolean;
  /** Whether a magic number that is asked for makes its parcel; by default where parcels move. */
  readonly magic?: 'on' | 'off';
  /** A snapshot to go on from. */
  readonly from?: string;
  /** A snapshot to look at: its role, its seed, and a copy in memory. */
  readonly inspect?: string;
  /** A folder of scenarios of somebody's own. */
  readonly scenarios?: string;
  /** Where the run is written down. */
  readonly record?: string;
  /** A run that is repeated instead of serving anybody. */
  readonly play?: string;
  /** Class `signed-messages` is claimed: whoever has a token signs. */
  readonly signed: boolean;
  /** A made-up next minor is spoken. */
  readonly future: boolean;
  /** The release of a later minor that is spoken. */
  readonly speak?: string;
  /** By which clock deliveries are signed. */
  readonly signTime: 'real' | 'virtual';
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

/** Origins that whoever starts it names for events. */
const receiversOf = ({ eventsTo }: MockCommandOptions): readonly string[] =>
  eventsTo === undefined ? [] : [new URL(eventsTo).origin];

/** A run is repeated from its beginning, by whoever has the file: nothing else may belong to it. */
const unrecordable = (options: MockCommandOptions): Complaint | undefined => {
  const { record, inspect, store, from, auth, signed, speak, publicUrl, peer, defect } = options;
  const beside = (option: string, other: string, why: Complaint['wanted']) =>
    usage({ en: `${option} is given beside ${other}`, zh: `${option} 与 ${other} 同时给出` }, why, {
      en: `leave out ${other}`,
      zh: `请去掉 ${other}`,
    });
  if (inspect !== undefined)
    for (const [other, isGiven] of [
      ['--from', from !== undefined],
      ['--store', store !== undefined],
      ['--record', record !== undefined],
    ] as const)
      if (isGiven)
        return beside('--inspect', other, {
          en: 'a snapshot is looked at by itself, as a copy in memory',
          zh: '快照以内存副本单独查看',
        });
  if (record === undefined) return undefined;
  if (store !== undefined && store !== 'memory')
    return beside('--record', '--store', {
      en: 'a run begins with nothing, so that it can be repeated',
      zh: '运行须从空白开始，方可重放',
    });
  if (from !== undefined)
    return beside('--record', '--from', {
      en: 'a run begins with nothing, so that it can be repeated',
      zh: '运行须从空白开始，方可重放',
    });
  if (publicUrl !== undefined)
    return beside('--record', '--public-url', {
      en: 'a run is repeated without a port, and with nothing before it',
      zh: '重放时不占用端口，其前亦无代理',
    });
  if (peer !== undefined)
    return beside('--record', '--peer', {
      en: 'a run is repeated with nobody but who is played',
      zh: '重放时只有所扮演的各方',
    });
  if (defect !== undefined)
    return beside('--record', '--defect', {
      en: 'a run is repeated by a mock server that keeps to the standard',
      zh: '重放由遵守标准的模拟服务进行',
    });
  if (speak !== undefined)
    return beside('--record', '--speak', {
      en: 'a run carries its settings, and no release',
      zh: '录制文件包含设置，不包含发布版本',
    });
  if (auth === 'strict' || signed)
    return beside('--record', signed ? '--signed' : '--auth strict', {
      en: 'commands under development tokens are written down',
      zh: '仅录制使用开发令牌的命令',
    });
  return undefined;
};

/** What keeps a mock server from starting as it was asked to. */
const refusal = (options: MockCommandOptions): Complaint | undefined => {
  const unknown = options.role.find((role) => !isPlayed(role));
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
  return unrecordable(options);
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

/** Who stands in place of a partner, and how it is known. */
const peerLines = (options: MockCommandOptions, peers: Peers): readonly string[][] => {
  const zh = options.language === 'zh';
  return Object.entries(peers).map(([role, { url, introduced }]) => {
    const known =
      introduced === undefined
        ? zh
          ? '尚无应答，按沙箱中的同一方对待'
          : 'not answering yet; taken for that of the sandbox'
        : `${introduced.partyId} ${introduced.name}`;
    return [`    ${zh ? '对手方' : 'peer'}`, `${role}  ${url}     ${known}`];
  });
};

/** What it does wrong, and what that violates. */
const defectText = ({ id, title, violates }: Defect['fault'], zh: boolean): string =>
  `${id}     ${zh ? `${title.zh}（违反 ${violates.join('、')}）` : `${title.en} (violates ${violates.join(', ')})`}`;

const table = (
  options: MockCommandOptions,
  sandbox: Sandbox,
  { startsAt, store }: { readonly startsAt: string; readonly store: string },
  { peers, defect }: Pick<Wanted, 'peers' | 'defect'>,
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
        ...peerLines(options, peers),
        ...(defect?.fault.role === role
          ? [[`    ${zh ? '缺陷' : 'defect'}`, defectText(defect.fault, zh)]]
          : []),
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

/** Where the page shows a snapshot: the tenant that it is of. */
const inspectorOf = ({ url }: { readonly url: string }, { tenant }: Snapshot): string =>
  `${url}/_mock/?tenant=${encodeURIComponent(tenant)}`;

/** What is said of a snapshot that is looked at. */
const inspectedText = (
  { inspect, language }: MockCommandOptions,
  { parties }: Sandbox,
  snapshot: Snapshot | undefined,
): string => {
  const [party] = parties;
  if (party === undefined || snapshot === undefined) return '';
  const { role, clock, seed } = snapshot;
  const zh = language === 'zh';
  return columns([
    [`    ${zh ? '快照' : 'snapshot'}`, `${inspect}     ${zh ? '种子' : 'seed'} ${seed}`],
    [`    ${zh ? '角色' : 'role'}`, `${role}     ${zh ? '时刻' : 'at'} ${clock}`],
    [`    ${zh ? '检视页' : 'inspector'}`, inspectorOf(party, snapshot)],
  ]);
};

/** Goes on from a snapshot, if there is one; answers what keeps it from that. */
const loadSnapshot = async (
  path: string,
  snapshot: Snapshot | undefined,
  { parties }: Sandbox,
): Promise<Complaint | undefined> => {
  if (snapshot === undefined) return undefined;
  const party = parties.find(
    ({ role, partyId }) => role === snapshot.role && partyId === snapshot.partyId,
  );
  if (party?.mock.system.counterparty(snapshot.tenant) === undefined)
    return noSnapshot(path, { en: 'is of nobody who is played', zh: '不属于所扮演的角色' });
  try {
    await party.mock.control.of(snapshot.tenant).snapshots.load(snapshot);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return noSnapshot(path, { en: 'was taken elsewhere', zh: '取自其他环境' });
  }
};

/** What is served: as the options say, or as a snapshot that is looked at does. */
type Wanted = {
  readonly roles: readonly Played[];
  readonly publicUrls: PublicUrls;
  readonly peers: Peers;
  readonly defect?: Defect;
  readonly setting: MockSetting;
  readonly snapshot?: Snapshot;
};

/** All that files and options say, or what is wrong with them. */
const wantedOf = async (
  options: MockCommandOptions,
  io: Io,
): Promise<Wanted | { readonly complaint: Complaint }> => {
  const refused = refusal(options);
  if (refused !== undefined) return { complaint: refused };
  const worlds = await worldNames(io);
  if (!worlds.includes(options.world))
    return {
      complaint: usage(
        { en: `there is no world ${options.world}`, zh: `没有世界 ${options.world}` },
        { en: `there is ${worlds.join(', ')}`, zh: `现有 ${worlds.join('、')}` },
        { en: 'name one of them with --world', zh: '请用 --world 指定其一' },
      ),
    };
  const own =
    options.scenarios === undefined ? { scenarios: [] } : await ownScenarios(io, options.scenarios);
  if ('complaint' in own) return own;
  const later = options.speak === undefined ? undefined : await laterRelease(options.speak, io);
  if (later !== undefined && 'complaint' in later) return later;
  const path = options.inspect ?? options.from;
  const read = path === undefined ? undefined : await readSnapshotFile(io, path);
  if (read !== undefined && 'complaint' in read) return read;
  const snapshot = read?.snapshot;
  const inspected = options.inspect === undefined ? undefined : snapshot;
  if (inspected !== undefined && !isPlayed(inspected.role))
    return {
      complaint: noSnapshot(path ?? '', {
        en: 'is of nobody who is played',
        zh: '不属于所扮演的角色',
      }),
    };
  const { world, tolerant, clock, still, control, future, signTime, eventsTo } = options;
  const roles = (
    inspected === undefined ? [...new Set(options.role)] : [inspected.role]
  ) as readonly Played[];
  const found = readPublicUrls(options.publicUrl ?? [], roles, options.auth === 'strict');
  if ('complaint' in found) return found;
  const met = await readPeers(options.peer ?? [], roles, io);
  if ('complaint' in met) return met;
  const broken =
    options.defect === undefined
      ? undefined
      : await readDefect(options.defect, {
          roles,
          isSigned: options.signed,
          seed: options.seed,
        });
  if (broken !== undefined && 'complaint' in broken) return broken;
  return {
    roles,
    publicUrls: found.urls,
    peers: met.peers,
    ...(broken === undefined ? {} : { defect: broken.defect }),
    setting: {
      seed: inspected?.seed ?? options.seed,
      world,
      tolerant,
      clock,
      still,
      isMagic: isMagic(options),
      control,
      future,
      ...(later === undefined ? {} : { release: later.release }),
      signTime,
      ...(eventsTo === undefined ? {} : { eventsTo }),
      scenarios: own.scenarios,
    },
    ...(snapshot === undefined ? {} : { snapshot }),
  };
};

/** Serves the roles that are named, joined to one world, until Ctrl-C; or plays a recorded run, and ends. */
export const mock = async (options: MockCommandOptions, io: Io): Promise<ExitCode> => {
  if (options.play !== undefined) {
    const { playRunFile } = await import('./play-run.ts');
    return playRunFile({ ...options, play: options.play }, io);
  }
  const wanted = await wantedOf(options, io);
  if ('complaint' in wanted) return complain(io, options, wanted.complaint);
  const { roles, publicUrls, peers, defect, setting, snapshot } = wanted;
  const { log, record } = options;
  const ports: Record<Played, number> = { ...DEFAULT_PORTS };
  if (options.port !== undefined)
    for (const [at, role] of roles.entries())
      ports[role] = options.port === 0 ? 0 : options.port + at;
  const isKept = options.store !== undefined || options.inspect !== undefined;
  const folder =
    options.inspect === undefined ? (options.store ?? (await io.temporaryFolder())) : 'memory';
  /** What was made for this server alone goes with it. */
  const ended = async (complaint: Complaint): Promise<ExitCode> => {
    if (!isKept) await io.remove(folder);
    return complain(io, options, complaint);
  };
  const unmade = isFolder(folder) ? await io.makeFolder(folder) : undefined;
  if (unmade !== undefined) return complain(io, options, fileComplaint(unmade, 'write', '--store'));
  const unlogged = log === undefined ? undefined : await io.append(log, '');
  if (unlogged !== undefined) return ended(fileComplaint(unlogged, 'write', '--log'));
  const run = record === undefined ? undefined : openRunFile(io, record, setting);
  const world = await loadWorld(io, setting.world, setting.scenarios);
  let written: Promise<unknown> = Promise.resolve();
  let sandbox: Sandbox;
  try {
    sandbox = await startSandbox(
      {
        ...sandboxSetting(setting, world),
        roles,
        ports,
        publicUrls,
        peers,
        ...(defect === undefined ? {} : { defect }),
        hostname: options.public ? '0.0.0.0' : '127.0.0.1',
        ...(options.public ? { receivers: receiversOf(options) } : {}),
        store: folder,
        strictAuth: options.auth === 'strict',
        signed: options.signed,
        ...(run === undefined ? {} : { shore: recordedShore(io, run.recorder) }),
        ...(log === undefined
          ? {}
          : {
              // one after the other, so that records stand in the order of what they tell
              log: (line) => {
                written = written.then(() => io.append(log, `${JSON.stringify(line)}\n`));
              },
            }),
      },
      io,
    );
  } catch (error) {
    const complaint = busyPort(error) ?? unusableStore(error, folder);
    if (complaint === undefined) {
      if (!isKept) await io.remove(folder);
      throw error;
    }
    return ended(complaint);
  }
  const unloaded = await loadSnapshot(options.inspect ?? options.from ?? '', snapshot, sandbox);
  if (unloaded !== undefined) {
    await sandbox.close();
    return ended(unloaded);
  }
  const unrecorded = await run?.begin(sandbox);
  if (unrecorded !== undefined) {
    await sandbox.close();
    return ended(fileComplaint(unrecorded, 'write', '--record'));
  }
  await openSinks(setting, world, sandbox);
  const { startsAt } = world.file;
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
            seed: setting.seed,
            startsAt,
            clock: options.clock,
            store: shownPlace(folder),
            ...(defect?.fault.role === party.role
              ? { defect: { id: defect.fault.id, violates: defect.fault.violates } }
              : {}),
            ...(options.peer === undefined
              ? {}
              : {
                  peers: Object.entries(peers).map(([of, { url, introduced }]) => ({
                    role: of,
                    url,
                    ...(introduced === undefined ? {} : { partyId: introduced.partyId }),
                  })),
                }),
            ...(snapshot === undefined ? {} : { inspector: inspectorOf(party, snapshot) }),
          })),
        )
      : options.inspect === undefined
        ? table(options, sandbox, { startsAt, store }, wanted)
        : inspectedText(options, sandbox, snapshot),
  );
  let isOver = false;
  const tickAll = async (): Promise<void> => {
    for (const party of sandbox.parties) await party.mock.tick();
  };
  const ticking = (async () => {
    while (!isOver) {
      await (run === undefined ? tickAll() : run.recorder.moment(tickAll));
      await io.sleep(TICK_MILLISECONDS);
    }
  })();
  await io.interrupted();
  isOver = true;
  await ticking;
  await sandbox.close();
  await written;
  const unwritten = await run?.end();
  if (!isKept) await io.remove(folder);
  for (const defect of sandbox.defects)
    io.err(defect instanceof Error ? (defect.stack ?? defect.message) : String(defect));
  if (sandbox.defects.length > 0) return EXIT.ours;
  return unwritten === undefined
    ? EXIT.ok
    : complain(io, options, fileComplaint(unwritten, 'write', '--record'));
};
