/** Who calls and who serves, as the contract names them. */
export type RoleName = string;

/** What a client must know of one operation. */
export type OperationFacts = {
  readonly operationId: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query: readonly string[];
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
export type EventFacts = {
  readonly type: string;
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

/** Everything of the contract that clients are made of. */
export type Material = {
  readonly version: string;
  readonly operations: readonly OperationFacts[];
  readonly events: readonly EventFacts[];
  readonly inboxProblems: Readonly<Record<string, ProblemFacts>>;
  readonly codeLists: Readonly<Record<string, CodeListFacts>>;
};
