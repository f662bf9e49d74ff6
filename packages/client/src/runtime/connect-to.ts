import { type Ambient, ambient } from '../ambient.ts';
import { VERSION } from '../generated/tables.ts';
import type { CallerRole, Methods } from './methods.ts';
import { items } from './pages.ts';
import type { Given } from './request-of.ts';
import type { Judge, OperationRow } from './rows.ts';
import { type MessageSigning, type Settings, send, type TokenSource } from './send.ts';

/** How to reach another party. Only `baseUrl` and, but for what is open to everybody, `token` are needed. */
export type Connection<Role extends CallerRole = CallerRole> = Partial<Ambient> & {
  readonly baseUrl: string;
  readonly token?: TokenSource;
  /** In which role one calls: only its operations are there. */
  readonly role?: Role;
  readonly version?: string;
  readonly timeoutMilliseconds?: number;
  readonly deadlineMilliseconds?: number;
  readonly retries?: number;
  /** Judges every answer; one that it finds something in is a problem. */
  readonly judge?: Judge;
  /** Signs requests, and looks at the signatures of answers (class `signed-messages`). */
  readonly signing?: MessageSigning;
};

/** One attempt, all attempts, and how many may follow the first. */
const TIMEOUT_MILLISECONDS = 10_000;
const DEADLINE_MILLISECONDS = 60_000;
const RETRIES = 3;

const methodOf = (operationId: string, row: OperationRow, settings: Settings) => {
  const call = (given: Given = {}) => send(operationId, row, given, settings);
  return row.paged === true
    ? Object.assign(call, { all: (given: Given = {}) => items(call, given) })
    : call;
};

/** Operations by their ids, as the table of a module has them. */
export type Operations<Id extends string> = Readonly<Record<Id, OperationRow>>;

/** The operations of another party that are named, one method each: those of some modules, `{ ...order, ...waybill }`. */
export const connectTo = <Id extends string, Role extends CallerRole = CallerRole>(
  operations: Operations<Id>,
  connection: Connection<Role>,
): Pick<Methods<Role>, Extract<keyof Methods<Role>, Id>> => {
  const settings: Settings = {
    version: VERSION,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    deadlineMilliseconds: DEADLINE_MILLISECONDS,
    retries: RETRIES,
    token: undefined,
    judge: undefined,
    signing: undefined,
    ...ambient,
    ...connection,
  };
  const { role } = connection;
  return Object.fromEntries(
    Object.entries<OperationRow>(operations)
      .filter(([, { calledBy }]) => role === undefined || calledBy.includes(role))
      .map(([operationId, row]) => [operationId, methodOf(operationId, row, settings)]),
  ) as unknown as Pick<Methods<Role>, Extract<keyof Methods<Role>, Id>>;
};
