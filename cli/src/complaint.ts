import type { Common } from './common.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { Language, Text } from './language.ts';

/** Why a command could not do what it was asked: what was seen, what was wanted, what to do. */
export type Complaint = {
  readonly code: ExitCode;
  readonly seen: Text;
  readonly wanted: Text;
  readonly remedy: Text;
};

/** A remedy that is a command to run stays as it is typed. */
const COMMAND = /^(?:npx|npm|node|openwaybill) /;

const capital = (text: string): string =>
  COMMAND.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

/** The three parts as one line. */
export const complaintText = (complaint: Complaint, language: Language): string => {
  const [seen, wanted, remedy] = [complaint.seen, complaint.wanted, complaint.remedy].map(
    (part) => part[language],
  );
  return language === 'zh'
    ? `${seen}；${wanted}。${remedy}。`
    : `${seen}; ${wanted}. ${capital(remedy ?? '')}.`;
};

/** Says it on standard error and answers its exit code. */
export const complain = (io: Io, common: Common, complaint: Complaint): ExitCode => {
  io.err(`openwaybill: ${complaintText(complaint, common.language)}`);
  return complaint.code;
};
