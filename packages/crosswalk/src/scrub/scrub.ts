import { hasNameBesideSignature, prepare, withoutPersons } from '@openwaybill/validate';
import { withoutAddresses } from './addresses.ts';
import { foldRuns, hasUnexplainedDigits, TIMES, withoutNumbers } from './digits.ts';
import { withoutHandles } from './handles.ts';

/** What scrubbing must know in order to keep it. */
export type ScrubContext = {
  readonly waybillNo?: string;
  /** Names of branches of the courier. */
  readonly facilities?: readonly string[];
};

/** Longest text of an event, in code points. */
const LONGEST = 300;
/** Nobody writes a scan of this length; it bounds the work. */
const UNREADABLE = 2_000;

const MARK = /\[(?:电话|人员|地址|已删)\]/gu;
const PRIVATE = /\p{Co}/gu;
const FIRST_PRIVATE = 0xe000;

const escaped = (literal: string): string => literal.replace(/[^\p{L}\p{Nd}]/gu, '\\$&');

/** A waybill number stays only where it stands alone: within a longer run it is none. */
const keptForms = ({ waybillNo, facilities = [] }: ScrubContext): readonly RegExp[] => [
  ...(waybillNo === undefined
    ? []
    : [new RegExp(`(?<![\\p{L}\\p{Nd}])${escaped(waybillNo)}(?![\\p{L}\\p{Nd}])`, 'gu')]),
  ...facilities.filter((name) => name !== '').map((name) => new RegExp(escaped(name), 'gu')),
];

const once = (input: string, context: ScrubContext): string | undefined => {
  const kept: string[] = [];
  // One private code point stands for each kept piece, so that no later rule touches it.
  const keep = (text: string, forms: readonly RegExp[]): string =>
    forms.reduce(
      (rest, form) =>
        rest.replace(form, (piece) => String.fromCodePoint(FIRST_PRIVATE + kept.push(piece) - 1)),
      text,
    );
  const steps: readonly (readonly [(text: string) => string, readonly RegExp[]])[] = [
    [(text) => prepare(text.replace(PRIVATE, ''), 'NFKC'), [MARK, ...keptForms(context)]],
    [withoutHandles, [MARK]],
    [foldRuns, TIMES],
    [withoutNumbers, []],
    [withoutPersons, [MARK]],
    [withoutAddresses, [MARK]],
  ];
  const scrubbed = steps.reduce((text, [rule, forms]) => keep(rule(text), forms), input);
  if (hasUnexplainedDigits(scrubbed) || hasNameBesideSignature(scrubbed)) return undefined;
  return scrubbed.replace(
    PRIVATE,
    (mark) => kept[(mark.codePointAt(0) ?? 0) - FIRST_PRIVATE] ?? '',
  );
};

/**
 * A free text of a source without persons, numbers, addresses and handles; nothing where a doubt is left.
 * Applying it twice changes nothing.
 */
export const scrub = (text: string, context: ScrubContext = {}): string | undefined => {
  if (text.length > UNREADABLE) return undefined;
  const first = once(text, context);
  if (first === undefined || once(first, context) !== first) return undefined;
  return [...first].slice(0, LONGEST).join('').trim();
};
