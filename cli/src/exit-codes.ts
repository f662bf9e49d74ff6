/** The one table of exit codes, for every verb; where several apply, the first of the order 3, 2, 5, 1, 4, 0 decides. */
export const EXIT = {
  /** All that was asked for holds. */
  ok: 0,
  /** Something does not conform, or is not as it would be written now. */
  nonconforming: 1,
  /** Wrong use or configuration: an unknown option or name, an unreadable file. */
  usage: 2,
  /** Our own failure. */
  ours: 3,
  /** No failure, but something that had to be told could not be. */
  incomplete: 4,
  /** The system, or the verb's own port, could not be had; nothing was judged. */
  environment: 5,
  /** Ended by Ctrl-C. */
  interrupted: 130,
  /** Whoever read our output closed it. */
  pipeClosed: 141,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const ORDER: readonly ExitCode[] = [
  EXIT.interrupted,
  EXIT.ours,
  EXIT.usage,
  EXIT.environment,
  EXIT.nonconforming,
  EXIT.incomplete,
];

/** The code of several results at once. */
export const worstOf = (codes: readonly ExitCode[]): ExitCode =>
  ORDER.find((code) => codes.includes(code)) ?? EXIT.ok;
