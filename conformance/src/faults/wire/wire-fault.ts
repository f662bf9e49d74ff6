import { isAccepted, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Fault, Role } from '../../words.ts';
import type { WireKind } from './kinds.ts';

/** A fault that was derived from the schemas: one change, at one place of one message. */
export type WireFault = Fault & {
  readonly kind: 'wire';
  readonly position: WirePosition;
  /** What the registry defines once, wherever it stands: of all faults with one definition, one is enough. */
  readonly definition: string;
  /** A schema, or the operation whose status or headers are changed. */
  readonly message: string;
  readonly pointer: string;
  readonly change: WireKind;
  /** Whether the sender form, or the table of headers, refuses the changed message. */
  readonly isInvalid: boolean;
  /** Whether it is seen only where the same is told a second time. */
  readonly isRetold: boolean;
  /** The exchanges that have the message: keys of `whereOf`. */
  readonly where: readonly Where[];
  /** What the fault would make of the message of such an exchange. */
  readonly meets: (exchange: Exchange) => Meeting;
  /** Such an exchange as it would be with the fault. */
  readonly bentIn: (exchange: Exchange) => Exchange;
};

/** Positions in which a role says something. */
export type WirePosition = 'server' | 'sender' | 'caller';

/** The kind of an exchange, and its operation or event; without one, all of the kind. */
export type Where = `${'answer' | 'problem' | 'event' | 'request'}${string}`;

/** Under which keys an exchange of the system is found. */
export const whereOf = (exchange: Exchange): readonly Where[] => {
  const { from, to, operation, eventType } = exchange;
  const status = statusOf(exchange);
  if (operation === undefined) return [];
  if (to === 'sut')
    return status >= 400
      ? [`problem ${operation}`, 'problem']
      : isAccepted(exchange)
        ? [`answer ${operation}`]
        : [];
  if (from !== 'sut') return [];
  return operation === 'receiveEvent' ? [`event ${eventType}`, 'event'] : [`request ${operation}`];
};

/** What becomes of a message under a fault: changed as its kind says, equal or not of its kind, or not concerned. */
export type Meeting = 'CHANGED' | 'EQUIVALENT' | 'ABSENT';

/** The permanent id of a fault: what is changed and how, and whose message in which position it is. */
export const wireId = (
  message: string,
  pointer: string,
  kind: WireKind,
  role: Role,
  position: WirePosition,
): string => `wire:${message}${pointer}:${kind}@${role}.${position}`;
