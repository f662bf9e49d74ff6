import { maskText } from '@openwaybill/privacy/scan';
import { registry } from '@openwaybill/schemas';

const FRAMES = '\n    at ';

/** What a parser quotes of the text that it could not read: it may be anybody's. */
const QUOTED = /, (?:\.\.\.)?".*"(?:\.\.\.)? is not valid JSON/su;

/**
 * An error that is our own, as it may be shown and passed on: where it happened is told whole, and what it says without
 * the people in it.
 */
export const ownDefect = (error: unknown): string => {
  if (!(error instanceof Error)) return maskText(String(error), { registry });
  const { stack = '', name, message } = error;
  const at = stack.indexOf(FRAMES);
  const said = `${name}: ${message}`.replace(QUOTED, ' in text that is not valid JSON');
  return `${maskText(said, { registry })}${at < 0 ? '' : stack.slice(at)}`;
};
