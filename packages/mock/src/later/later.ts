import type { Contract, Role } from '@openwaybill/schemas';

/** As much of a schema as says where members and codes stand. */
export type Schema = {
  readonly [keyword: string]: unknown;
  readonly $id?: string;
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly 'x-extensible'?: boolean;
  readonly 'x-fallback'?: string;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
};

/** An event of a type that this minor lacks. */
export type LaterEvent = {
  readonly type: string;
  readonly dataschema: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** The members that name a problem which this minor lacks. */
export type LaterProblem = {
  readonly type: string;
  readonly code: string;
  readonly title: string;
};

/** What a later minor has beyond this one: a made-up one, or a release. */
export type Later = {
  /** As `OpenWaybill-Version` tells it. */
  readonly version: string;
  /** Its own schema of a name, where it is known. */
  readonly schemaOf: (name: string) => Schema | undefined;
  /** Members of an object that this minor lacks; `here` and `there` are its schema in either. */
  readonly membersOf: (
    here: Schema,
    there: Schema | undefined,
  ) => Readonly<Record<string, unknown>>;
  /** A code of a list that this minor lacks. */
  readonly codeOf: (here: Schema, there: Schema | undefined) => string | undefined;
  /** A problem that this minor lacks, of a status where the later minor tells one by it. */
  readonly problemOf: (status: number) => LaterProblem | undefined;
  /** Whether what this minor tells by a code is told by a problem of the later one. */
  readonly replaces: (code: string) => boolean;
  /** An event that a role sends in it. */
  readonly eventOf: (role: Role) => LaterEvent | undefined;
  /** What its deliveries have in their head beside what this minor sends. */
  readonly headers: Readonly<Record<string, string>>;
  /** The code lists that discovery tells; absent: those of this minor. */
  readonly codeLists?: readonly { readonly name: string; readonly version: string }[];
};

/** Of a release, what a mock needs to speak it. */
export type Release = Pick<Contract, 'version' | 'schemas' | 'events' | 'problems' | 'codeLists'>;
