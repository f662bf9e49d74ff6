import type { Static, TSchema } from '@sinclair/typebox';
import type { Examples } from './examples.ts';
import type { Requirement } from './requirement.ts';
import type { Role } from './role.ts';
import type { Text } from './text.ts';

/** A notification: a CloudEvents `type` with its payload. */
export type Event<D extends TSchema = TSchema> = {
  readonly noun: 'event';
  /** `org.openwaybill.<module without hyphens>.<noun>.<past participle>` */
  readonly type: `org.openwaybill.${string}.${string}.${string}`;
  readonly since: `${number}.${number}`;
  readonly title: Text;
  readonly description?: Text;
  readonly from: readonly Role[];
  readonly to: readonly Role[];
  readonly data: D;
  /** The member of the payload that is the CloudEvents `subject`. */
  readonly subject: keyof Static<D> & string;
  /** The lifecycle whose changes it reports. */
  readonly lifecycle?: string;
  /** The states of that lifecycle whose entering it reports; absent: every change. */
  readonly states?: readonly string[];
  readonly requirements: readonly Requirement[];
  /** Absent where the payload is a message with examples of its own. */
  readonly examples?: Examples<D>;
};

export const defineEvent = <D extends TSchema, const T extends Event<D>['type']>(
  event: Omit<Event<D>, 'noun' | 'type'> & { readonly type: T },
): Event<D> & { readonly type: T } => ({ noun: 'event', ...event });
