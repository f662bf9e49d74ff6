import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { type ControlledOptions, controlledMock, NotControlled } from '../sandbox/controlled.ts';
import { columns } from '../table.ts';

export type AdvanceOptions = Common &
  ControlledOptions & {
    readonly by?: string;
    readonly to?: string;
    readonly steps?: number;
    readonly waybill?: string;
    readonly until?: string;
    /** How many times as fast time goes from now on; 0 is a clock that stands. */
    readonly play?: number;
  };

type Fired = { readonly at: string; readonly event: string; readonly subject: string };
type Told = {
  readonly now: string;
  readonly mode?: string;
  readonly fired?: readonly Fired[];
  readonly reached?: { readonly status: string; readonly isWanted: boolean };
};

type Wish = { readonly method: 'POST' | 'PUT'; readonly path: string; readonly body: unknown };

const CLOCK = '/_mock/clock';

const advancing = (body: unknown): Wish => ({ method: 'POST', path: `${CLOCK}/advance`, body });

const playing = (factor: number): Wish => ({
  method: 'PUT',
  path: CLOCK,
  body: factor === 0 ? { mode: 'FROZEN' } : { mode: 'SCALED', factor },
});

/** What is asked of the clock; nothing where it is not exactly one thing. */
const wishOf = ({ by, to, steps, waybill, until, play }: AdvanceOptions): Wish | undefined => {
  if ((waybill === undefined) !== (until === undefined)) return undefined;
  const wishes = [
    by !== undefined && advancing({ by }),
    to !== undefined && advancing({ toAt: to }),
    steps !== undefined && advancing({ steps }),
    until !== undefined && advancing({ until: { waybillNo: waybill, status: until } }),
    play !== undefined && playing(play),
  ].filter((wish) => wish !== false);
  return wishes.length === 1 ? wishes[0] : undefined;
};

const WRONG_USE: Complaint = {
  code: EXIT.usage,
  seen: { en: 'it is not said in one way how far time goes', zh: '未以一种方式说明时间推进多远' },
  wanted: {
    en: 'one of --by, --to, --steps, --play, or --waybill with --until, is needed',
    zh: '需要 --by、--to、--steps、--play 之一，或 --waybill 与 --until 同用',
  },
  remedy: { en: 'openwaybill advance --by PT6H', zh: 'openwaybill advance --by PT6H' },
};

const tell = (io: Io, { language }: AdvanceOptions, told: Told): void => {
  const zh = language === 'zh';
  const rows = (told.fired ?? []).map(({ at, event, subject }) => [at, event, subject]);
  if (rows.length > 0) io.out(columns(rows));
  const mode = told.mode === undefined ? '' : ` ${told.mode}`;
  io.out(`${zh ? '当前' : 'now'} ${told.now}${mode}`);
  if (told.reached !== undefined) io.out(`${zh ? '状态' : 'status'} ${told.reached.status}`);
};

/** Moves the clock of a running mock server; all that becomes due has happened when it ends. */
export const advance = async (options: AdvanceOptions, io: Io): Promise<ExitCode> => {
  const wish = wishOf(options);
  if (wish === undefined) return complain(io, options, WRONG_USE);
  try {
    const mock = await controlledMock(io, options);
    const told: Told = (await mock.call(wish.method, wish.path, wish.body)).body;
    if (options.json) io.out(JSON.stringify(told));
    else tell(io, options, told);
    return told.reached?.isWanted === false ? EXIT.nonconforming : EXIT.ok;
  } catch (error) {
    if (!(error instanceof NotControlled)) throw error;
    return complain(io, options, error.complaint);
  }
};
