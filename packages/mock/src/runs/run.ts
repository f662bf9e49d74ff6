import type { Role } from '@openwaybill/schemas';
import type { LogEntry } from '../engine/command-log.ts';

/** A request as it came in; its credentials are those of `tenant` and are not written down. */
export type Asked = {
  readonly party: string;
  readonly tenant: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Status 0 is an answer that was lost. */
  readonly answer: { readonly status: number; readonly body: string };
};

/** An event that left for a receiver outside of the sandbox, what that answered, and what it asked meanwhile. */
export type Left = {
  readonly url: string;
  readonly webhookId: string;
  readonly status: number;
  readonly body: string;
  readonly asked: readonly Asked[];
};

/** One command, or a moment of real time (`asked` is absent), with all that it set going. */
export type Turn = {
  readonly turn: number;
  /** Real time, which stands still as long as a turn lasts. */
  readonly wallAt: string;
  readonly asked?: Asked;
  readonly left: readonly Left[];
  /** What the logs of tenants took on, each with the party that keeps it. */
  readonly log: readonly { readonly party: string; readonly entry: LogEntry }[];
};

/** What a run begins with: enough to begin it again. `setting` is of whoever started it. */
export type RunHead = {
  readonly format: 'openwaybill-mock-run/1';
  readonly contract: string;
  readonly wallAt: string;
  readonly parties: readonly { readonly role: Role; readonly url: string }[];
  readonly setting: Readonly<Record<string, unknown>>;
};

/** A run as it was read: its turns as objects and, to be compared byte by byte, as their lines. */
export type Run = {
  readonly head: RunHead;
  readonly turns: readonly { readonly turn: Turn; readonly line: string }[];
};

export const RUN_FORMAT = 'openwaybill-mock-run/1';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isHead = (value: unknown): value is RunHead =>
  isObject(value) &&
  value.format === RUN_FORMAT &&
  typeof value.contract === 'string' &&
  isInstant(value.wallAt) &&
  Array.isArray(value.parties) &&
  value.parties.length > 0 &&
  value.parties.every(
    (party) => isObject(party) && typeof party.role === 'string' && URL.canParse(String(party.url)),
  ) &&
  isObject(value.setting);

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));

const isAsked = (value: unknown): value is Asked =>
  isObject(value) &&
  ['party', 'tenant', 'method', 'path'].every((name) => typeof value[name] === 'string') &&
  isObject(value.headers) &&
  isObject(value.answer);

const isLeft = (value: unknown): value is Left =>
  isObject(value) &&
  typeof value.url === 'string' &&
  typeof value.status === 'number' &&
  typeof value.body === 'string' &&
  Array.isArray(value.asked) &&
  value.asked.every(isAsked);

const isTurn = (value: unknown): value is Turn =>
  isObject(value) &&
  typeof value.turn === 'number' &&
  isInstant(value.wallAt) &&
  (value.asked === undefined || isAsked(value.asked)) &&
  Array.isArray(value.left) &&
  value.left.every(isLeft) &&
  Array.isArray(value.log);

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Reads a run: one JSON object a line. Answers the number of the first line that is none of a run. */
export const readRun = (
  text: string,
): { readonly ok: true; readonly run: Run } | { readonly ok: false; readonly line: number } => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const head = parsed(lines[0] ?? '');
  if (!isHead(head)) return { ok: false, line: 1 };
  const turns: { turn: Turn; line: string }[] = [];
  for (const [index, line] of lines.slice(1).entries()) {
    const turn = parsed(line);
    if (!isTurn(turn)) return { ok: false, line: index + 2 };
    turns.push({ turn, line });
  }
  return { ok: true, run: { head, turns } };
};
