/** Who calls and who serves, as the contract names them. */
export type RoleName = string;

/** What is said beside a title, in both languages; empty where nothing is said. */
export type Words = {
  readonly description: string;
  readonly zh: { readonly title: string; readonly description: string };
};

/** One parameter after the question mark. */
export type QueryFacts = Words & {
  readonly name: string;
  readonly title: string;
  readonly is: 'TEXT' | 'WHOLE' | 'FLAG';
  readonly required: boolean;
};

/** What a client must know of one operation. */
export type OperationFacts = Words & {
  readonly operationId: string;
  readonly module: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query: readonly QueryFacts[];
  /** Names of the schemas of the bodies. */
  readonly request?: string;
  readonly answer?: string;
  readonly keyed: boolean;
  /** Whether a call must name the revision that it changes, or must once there is one. */
  readonly conditional: 'always' | 'once-stored' | false;
  readonly noStore: boolean;
  readonly anonymous: boolean;
  readonly paged: boolean;
  readonly calledBy: readonly RoleName[];
  readonly problems: readonly string[];
};

/** What a receiver must know of one type of event. */
export type EventFacts = Words & {
  readonly type: string;
  readonly module: string;
  readonly summary: string;
  /** Name of the schema of the whole event, and of its payload. */
  readonly notification: string;
  readonly payload: string;
  readonly sentTo: readonly RoleName[];
};

/** The row of a problem that a receiver answers with. */
export type ProblemFacts = {
  readonly status: number;
  readonly title: string;
  readonly retryable: boolean;
};

/** An open code list: what to make of a code that is not among its codes. */
export type CodeListFacts = { readonly codes: readonly string[]; readonly fallback: string };

/** What a value is, as far as languages tell values apart. */
export type ValueFacts =
  | { readonly is: 'TEXT' | 'INSTANT' | 'WHOLE' | 'FLAG' | 'ANY' }
  /** One of a code list, by the name of the list. */
  | { readonly is: 'CODE' | 'MESSAGE'; readonly name: string }
  | { readonly is: 'LIST'; readonly of: ValueFacts };

/** One member of a message. */
export type MemberFacts = Words & {
  readonly name: string;
  readonly title: string;
  readonly value: ValueFacts;
  readonly required: boolean;
  /** Class `personal` or above: it is never printed. */
  readonly isPersonal: boolean;
  /** Plain text of a person or a place, in which a masked value is a mistake. */
  readonly isPlain: boolean;
};

/** An object of the standard, with a name of its own even where the schema has none. */
export type MessageFacts = Words & {
  readonly title: string;
  readonly members: readonly MemberFacts[];
};

/** A code list; one without a fallback is closed. */
export type CodesFacts = Words & {
  readonly title: string;
  /** What each code means, in both languages. */
  readonly meanings: Readonly<Record<string, { readonly en: string; readonly zh: string }>>;
  readonly codes: readonly string[];
  readonly fallback?: string;
};

/** Everything of the contract that clients are made of. */
export type Material = {
  readonly version: string;
  readonly operations: readonly OperationFacts[];
  readonly events: readonly EventFacts[];
  readonly inboxProblems: Readonly<Record<string, ProblemFacts>>;
  readonly codeLists: Readonly<Record<string, CodeListFacts>>;
  readonly messages: Readonly<Record<string, MessageFacts>>;
  readonly codes: Readonly<Record<string, CodesFacts>>;
};
