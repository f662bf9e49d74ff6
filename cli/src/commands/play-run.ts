import { createRunPlayer } from '@openwaybill/mock';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { ANY_PORT } from '../sandbox/parties.ts';
import { readRunFile } from '../sandbox/run-file.ts';
import { openSinks, sandboxSetting } from '../sandbox/setting.ts';
import { playedShore } from '../sandbox/shore.ts';
import { type Sandbox, startSandbox } from '../sandbox/start.ts';
import { loadWorld } from '../sandbox/world.ts';

/** Repeats a recorded run without a port, and ends at its end or at the first byte that is another one. */
export const playRunFile = async (
  { play: path, ...common }: Common & { readonly play: string },
  io: Io,
): Promise<ExitCode> => {
  const read = await readRunFile(io, path);
  if ('complaint' in read) return complain(io, common, read.complaint);
  const { run, setting } = read;
  const { parties } = run.head;
  let sandbox: Sandbox | undefined;
  const player = createRunPlayer(run, async () => sandbox?.settled());
  const answers = new Map<string, (request: Request) => Promise<Response>>();
  const shore = playedShore(player, new Map(parties.map(({ role, url }) => [role, url])));
  const world = await loadWorld(io, setting.world, setting.scenarios);
  sandbox = await startSandbox(
    {
      ...sandboxSetting(setting, world),
      roles: parties.map(({ role }) => role) as Sandbox['parties'][number]['role'][],
      ports: ANY_PORT,
      hostname: '127.0.0.1',
      store: 'memory',
      strictAuth: false,
      shore: {
        ...shore,
        before: (role, mock, answer) => {
          const own = shore.before(role, mock, answer);
          answers.set(role, own);
          return own;
        },
      },
    },
    io,
  );
  try {
    await openSinks(setting, world, sandbox);
    const divergence = await player.play(
      new Map(
        sandbox.parties.map(({ role, url, mock }) => [
          role,
          { url, mock, answer: answers.get(role) ?? mock.fetch },
        ]),
      ),
    );
    const turnCount = run.turns.length;
    if (common.json)
      io.out(JSON.stringify({ turnCount, ...(divergence === undefined ? {} : { divergence }) }));
    const zh = common.language === 'zh';
    if (divergence === undefined) {
      if (!common.json)
        io.out(zh ? `${turnCount} 步，逐字节相同` : `${turnCount} turns, the same byte for byte`);
      return EXIT.ok;
    }
    const { turn, byte, recorded, played } = divergence;
    if (!common.json)
      io.out(
        zh
          ? `第 ${turn} 步自第 ${byte} 字节起不同\n  录制：${recorded}\n  重放：${played}`
          : `turn ${turn} differs from byte ${byte} on\n  recorded  ${recorded}\n  played    ${played}`,
      );
    return EXIT.nonconforming;
  } finally {
    await sandbox.close();
  }
};
