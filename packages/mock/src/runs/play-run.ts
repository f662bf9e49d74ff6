import type { Mock } from '../engine/mock.ts';
import type { Attempt, Delivery } from '../engine/options.ts';
import { createRunRecorder, type RunRecorder } from './record-run.ts';
import type { Asked, Left, Run, Turn } from './run.ts';

/** Where a run goes another way than it did: the two lines, and the first byte at which they are not the same. */
export type Divergence = {
  readonly turn: number;
  readonly byte: number;
  /** What the line holds around that byte, as it was recorded and as it is now. */
  readonly recorded: string;
  readonly played: string;
};

/** Repeats a run. */
export type RunPlayer = {
  /** Stands where the recorder stood: it writes the same run down once more, to be compared. */
  readonly recorder: RunRecorder;
  /** How events leave the sandbox: as their receivers answered then. */
  readonly send: (delivery: Delivery) => Promise<Attempt>;
  /** Plays turn after turn, and ends at the first that is not what it was. */
  readonly play: (parties: ReadonlyMap<string, PlayedParty>) => Promise<Divergence | undefined>;
};

/** A party that a run is played to, with the recorder before its answers. */
export type PlayedParty = {
  readonly url: string;
  readonly mock: Mock;
  readonly answer: (request: Request) => Promise<Response>;
};

/** As much of a line as is shown around the first difference. */
const BEFORE = 40;
const SHOWN = 120;

const encoder = new TextEncoder();

const divergenceOf = (turn: number, recorded: string, played: string): Divergence | undefined => {
  if (recorded === played) return undefined;
  let at = 0;
  while (recorded[at] === played[at]) at += 1;
  const around = (line: string): string => line.slice(Math.max(0, at - BEFORE), at + SHOWN);
  return {
    turn,
    byte: encoder.encode(recorded.slice(0, at)).length,
    recorded: around(recorded),
    played: around(played),
  };
};

const nobody: Attempt = { status: 0, body: '' };

/** A player of one run; `settled` resolves when no party has anything left to do. */
export const createRunPlayer = (run: Run, settled: () => Promise<void>): RunPlayer => {
  let wallAt = Date.parse(run.head.wallAt);
  let left: Left[] = [];
  let ask: (asked: Asked) => Promise<void> = async () => undefined;
  const written: Turn[] = [];
  const recorder = createRunRecorder({
    now: () => wallAt,
    settled,
    write: (turn) => written.push(turn),
  });
  return {
    recorder,
    send: async ({ url }) => {
      const at = left.findIndex((one) => one.url === url);
      const [then] = at < 0 ? [] : left.splice(at, 1);
      for (const asked of then?.asked ?? []) await ask(asked);
      return then === undefined ? nobody : { status: then.status, body: then.body };
    },
    play: async (parties) => {
      ask = async ({ party, tenant, method, path, headers, body }) => {
        const to = parties.get(party);
        const token = to?.mock.developmentTokens.get(tenant) ?? '';
        if (to === undefined) return;
        await to.answer(
          new Request(`${to.url}${path}`, {
            method,
            headers: { ...headers, Authorization: `Bearer ${token}` },
            ...(body === undefined ? {} : { body }),
          }),
        );
      };
      for (const { turn, line } of run.turns) {
        wallAt = Date.parse(turn.wallAt);
        left = [...turn.left];
        const { asked } = turn;
        if (asked === undefined)
          await recorder.moment(async () => {
            for (const { mock } of parties.values()) await mock.tick();
          });
        else await ask(asked);
        const divergence = divergenceOf(turn.turn, line, JSON.stringify(written.shift() ?? {}));
        if (divergence !== undefined) return divergence;
      }
      return undefined;
    },
  };
};
