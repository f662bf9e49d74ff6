import type { Role, Text } from '@openwaybill/schemas';

/** JSON in which `{{name}}` stands for what an earlier step kept. */
export type Template = unknown;

/** What a step expects; objects are matched member by member, lists item by item. */
export type Wanted = {
  readonly status?: number;
  readonly body?: Template;
  /** Code of the problem, and the first place that it points to. */
  readonly problem?: string;
  readonly pointer?: string;
};

/** Names for parts of an answer: JSON pointers into it (RFC 6901). */
export type Kept = Readonly<Record<string, string>>;

export type StoryStep =
  /** One party calls an operation of another. */
  | {
      readonly by: Role;
      readonly at: Role;
      readonly does: string;
      readonly with?: {
        readonly path?: Readonly<Record<string, Template>>;
        readonly query?: Readonly<Record<string, Template>>;
        readonly body?: Template;
        readonly ifMatch?: Template;
      };
      readonly want: Wanted;
      readonly keep?: Kept;
    }
  /** Something happens inside a party to a resource of another. */
  | {
      readonly by: Role;
      readonly at: Role;
      readonly fact: string;
      readonly of: string;
      readonly id?: Template;
      readonly keep?: Kept;
    }
  /** Time passes for everybody. */
  | { readonly advance: string }
  /** A party has been told of something. */
  | {
      readonly by: Role;
      readonly at: Role;
      readonly hears: string;
      readonly want?: { readonly data?: Template };
      readonly keep?: Kept;
    }
  /** A platform's order is on its way through a courier: it has a waybill, or is delivered. */
  | { readonly prepare: 'waybill' | 'delivered'; readonly keep?: Kept };

/** One course of events through a module, from beginning to end. */
export type Story = {
  readonly module: string;
  readonly title: Text;
  readonly steps: readonly StoryStep[];
};

/** A number of parties that know each other, as a story needs them. */
export type City = {
  readonly roles: readonly Role[];
  /** Where a party is reached by the others. */
  readonly addressOf: (role: Role) => string;
  /** One call of a party at another, with the token that it has there. */
  readonly call: (by: Role, request: Request, at: Role) => Promise<Response>;
  /** Until nothing goes on in any of them. */
  readonly settled: () => Promise<void>;
};
