import { asksForReveals } from '../reveals.ts';
import type { Selection } from '../selection.ts';
import { clientText, tablesText } from './client-text.ts';
import { codesText } from './codes-text.ts';
import { loggingText, messagesText } from './messages-text.ts';
import { revealsText } from './reveals-text.ts';

/** A module of Go 1.21 or later that needs the standard library alone, by path. */
export const generateGo = (
  selection: Selection,
  role: string,
  sources: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> =>
  new Map([
    ['go.mod', 'module openwaybill\n\ngo 1.21\n'],
    ['client.go', clientText(selection, role)],
    ['codes.go', codesText(selection)],
    ['logging.go', loggingText(selection)],
    ['messages.go', messagesText(selection)],
    ['tables.go', tablesText(selection)],
    ...(asksForReveals(selection) ? ([['reveal_tables.go', revealsText()]] as const) : []),
    ...Object.entries(sources),
  ]);
