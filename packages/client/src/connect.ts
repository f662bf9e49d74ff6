import { judgeByReceiverForm } from './judge-by-receiver-form.ts';
import { type Connection as Bare, connect as connectBare } from './runtime/connect.ts';
import type { CallerRole, Methods } from './runtime/methods.ts';

/** How to reach another party. */
export type Connection<Role extends CallerRole = CallerRole> = Omit<Bare<Role>, 'judge'> & {
  /** Every answer is judged by the receiver form of its schema; one that is not valid is a problem. */
  readonly validate?: boolean;
};

/** The operations of another party, one method each. */
export const connect = <Role extends CallerRole = CallerRole>({
  validate = false,
  ...connection
}: Connection<Role>): Methods<Role> =>
  connectBare({ ...connection, ...(validate ? { judge: judgeByReceiverForm } : {}) });
