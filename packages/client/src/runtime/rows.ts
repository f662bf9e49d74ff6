/** What the run time needs of an operation; what is absent is false or empty. */
export type OperationRow = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly calledBy: readonly string[];
  readonly query?: readonly string[];
  /** Name of the schema of the answer. */
  readonly answer?: string;
  /** The call is named by an idempotency key. */
  readonly keyed?: true;
  readonly noStore?: true;
  /** Called without a token. */
  readonly anonymous?: true;
  readonly paged?: true;
  /** Where the body has plain text of a person or a place. */
  readonly plain?: readonly string[];
  /** Where the answer has values that are never printed. */
  readonly personal?: readonly string[];
};

/** What a receiver needs of a problem that it answers with. */
export type ProblemRow = {
  readonly status: number;
  readonly title: string;
  readonly retryable: boolean;
};

/** One thing that is wrong with a value. It never holds the value. */
export type Finding = { readonly pointer: string; readonly rule: string; readonly message: string };

/** Judges a value by the schema of that name; no findings mean that it is valid. */
export type Judge = (
  schema: string,
  value: unknown,
) => readonly Finding[] | Promise<readonly Finding[]>;
