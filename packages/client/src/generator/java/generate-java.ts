import { asksForReveals } from '../reveals.ts';
import type { Selection } from '../selection.ts';
import { clientText } from './client-text.ts';
import { codeText } from './code-text.ts';
import { messageText } from './message-text.ts';
import { projectText } from './project-text.ts';
import { queryName, queryText } from './query-text.ts';
import { revealsText } from './reveals-text.ts';
import { eventsText, inboxProblemsText } from './tables-text.ts';

const ROOT = 'src/main/java';
const PACKAGE = `${ROOT}/org/openwaybill`;

/** A project of Java 8 or later that needs nothing beside it, by path. */
export const generateJava = (
  selection: Selection,
  role: string,
  sources: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> => {
  const { codes, operations, received, sent, version } = selection;
  return new Map([
    ['pom.xml', projectText(role, version)],
    [`${PACKAGE}/Client.java`, clientText(selection, role)],
    [`${PACKAGE}/Events.java`, eventsText(selection)],
    [`${PACKAGE}/InboxProblem.java`, inboxProblemsText(selection)],
    ...Object.entries({ ...received, ...sent }).map(
      ([name, one]) => [`${PACKAGE}/message/${name}.java`, messageText(name, one)] as const,
    ),
    ...Object.entries(codes).map(
      ([name, list]) => [`${PACKAGE}/code/${name}.java`, codeText(name, list)] as const,
    ),
    ...operations
      .filter(({ query }) => query.length > 0)
      .map((one) => [`${PACKAGE}/query/${queryName(one)}.java`, queryText(one)] as const),
    ...(asksForReveals(selection)
      ? ([[`${PACKAGE}/RevealTables.java`, revealsText()]] as const)
      : []),
    ...Object.entries(sources).map(([path, text]) => [`${ROOT}/${path}`, text] as const),
  ]);
};
