import * as modules from '../generated/operations.ts';
import { type Connection, connectTo, type Operations } from './connect-to.ts';
import type { CallerRole, Methods } from './methods.ts';

const OPERATIONS: Operations<string> = Object.assign({}, ...Object.values(modules));

/** The operations of another party, one method each. */
export const connect = <Role extends CallerRole = CallerRole>(
  connection: Connection<Role>,
): Methods<Role> => connectTo(OPERATIONS, connection) as unknown as Methods<Role>;
