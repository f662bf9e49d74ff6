import { judgeByReceiverForm } from './judge-by-receiver-form.ts';
import { connect as connectBare } from './runtime/connect.ts';
import {
  type Connection as Bare,
  connectTo as connectBareTo,
  type Operations,
} from './runtime/connect-to.ts';
import type { CallerRole, Methods } from './runtime/methods.ts';

/** How to reach another party. */
export type Connection<Role extends CallerRole = CallerRole> = Omit<Bare<Role>, 'judge'> & {
  /** Every answer is judged by the receiver form of its schema; one that is not valid is a problem. */
  readonly validate?: boolean;
};

const bare = <Role extends CallerRole>({
  validate = false,
  ...connection
}: Connection<Role>): Bare<Role> => ({
  ...connection,
  ...(validate ? { judge: judgeByReceiverForm } : {}),
});

/** The operations of another party, one method each. */
export const connect = <Role extends CallerRole = CallerRole>(
  connection: Connection<Role>,
): Methods<Role> => connectBare(bare(connection));

/** The same of some modules alone, as `{ ...order, ...waybill }` of `@openwaybill/client/modules`: a bundle has no others. */
export const connectTo = <Id extends string, Role extends CallerRole = CallerRole>(
  operations: Operations<Id>,
  connection: Connection<Role>,
): Pick<Methods<Role>, Extract<keyof Methods<Role>, Id>> =>
  connectBareTo(operations, bare(connection));
