import type { Form, Issue } from '@openwaybill/validate/light';
import type { Finding } from './change.ts';
import { type Contract, schemasOf } from './contract.ts';
import { reachOf } from './exchanges.ts';
import { changesOf, exchangesWith } from './findings.ts';
import { CAPABILITIES, isCapabilities, type PartyImpact, partyTally } from './impact-parties.ts';
import { knownPointer } from './places.ts';
import type { RuleId } from './rules.ts';
import { sideOf } from './side.ts';

/** One way in which stored messages of a kind fail by the candidate and did not before. Names places, never values. */
export type ImpactRow = {
  /** The schema of the message. */
  readonly message: string;
  /** `sender`: whoever sends so does not conform any more. `receiver`: a new receiver refuses it. */
  readonly form: Form;
  /** Names that the schema does not know, and numbers of items, are `*`. */
  readonly pointer: string;
  /** The keyword that refuses it; `unknown-message` where the candidate has no such message. */
  readonly rule: string;
  /** Rows of the compatibility policy that the failure comes from, as far as it can be told. */
  readonly behind: readonly RuleId[];
  readonly messageCount: number;
};

export type Impact = {
  readonly before: string;
  readonly now: string;
  readonly messageCount: number;
  /** Messages that a new receiver refuses and an old one took. */
  readonly refusedCount: number;
  /** Messages that a sender may not send any more. */
  readonly nonconformingCount: number;
  /** Messages that the older contract refuses, too. */
  readonly alreadyRefusedCount: number;
  /** How many of each kind were read, and how many of them fail newly. */
  readonly kinds: readonly {
    readonly message: string;
    readonly messageCount: number;
    readonly failedCount: number;
  }[];
  readonly rows: readonly ImpactRow[];
  /** Parties whose discovery document was read. */
  readonly partyCount: number;
  /** Those of them that declare what the candidate touches. */
  readonly parties: readonly PartyImpact[];
};

const UNKNOWN = 'unknown-message';

/** Rows of the policy by which a member may be missed, or be too many. */
const MISSED: readonly RuleId[] = ['CMP-002', 'CMP-004', 'CMP-007', 'CMP-008'];
const TOO_MANY: readonly RuleId[] = ['CMP-005', 'CMP-006', 'CMP-007', 'CMP-008'];

const memberOf = ({ rule, params }: Issue): string =>
  String(rule === 'required' ? params.missingProperty : params.additionalProperty);

/** Whether a change is what an issue comes from: the same keyword, or the member that came or went. */
const isBehind = (finding: Finding, issue: Issue, pointer: string): boolean => {
  const { rule, at = '' } = finding;
  if (issue.rule === 'required')
    return MISSED.includes(rule) && (at === memberOf(issue) || rule === 'CMP-007');
  if (issue.rule === 'additionalProperties')
    return TOO_MANY.includes(rule) && at === memberOf(issue);
  const isPlace = finding.pointer === '' || pointer.endsWith(finding.pointer);
  return isPlace && (at === issue.rule || at.startsWith(`${issue.rule}:`));
};

/** Judges stored messages one by one by two contracts, and keeps counts alone. */
export type ImpactTally = {
  /** One message: the name of its schema, and its value. */
  readonly add: (message: string, value: unknown) => void;
  readonly impact: () => Impact;
};

const FORMS: readonly Form[] = ['sender', 'receiver'];

/** Begins a tally of what a candidate would do to traffic that an older contract judges, too. */
export const impactTally = (before: Contract, now: Contract): ImpactTally => {
  const [old, young] = [sideOf(before), sideOf(now)];
  const [oldSchemas, youngSchemas] = [schemasOf(before), schemasOf(now)];
  const used = exchangesWith(before, now);
  const findings = changesOf(before, now, used);
  const reach = reachOf(before);
  const declared = partyTally(findings, [old, young]);
  const rows = new Map<string, ImpactRow>();
  const kinds = new Map<string, { messageCount: number; failedCount: number }>();
  let refusedCount = 0;
  let nonconformingCount = 0;
  let alreadyRefusedCount = 0;

  const count = (row: Omit<ImpactRow, 'messageCount'>): void => {
    const key = [row.message, row.form, row.pointer, row.rule].join(' ');
    const known = rows.get(key);
    rows.set(key, {
      ...row,
      behind: [...new Set([...(known?.behind ?? []), ...row.behind])].toSorted(),
      messageCount: (known?.messageCount ?? 0) + 1,
    });
  };
  const issuesOf = (side: typeof old, message: string, value: unknown, form: Form) =>
    side.judge(message, value, form).map((issue) => ({
      issue,
      place: knownPointer(message, issue.pointer, side.contract),
    }));
  /** Whether the candidate finds in this form what the older contract did not. */
  const failsNewly = (message: string, value: unknown, form: Form): boolean => {
    const known = new Set(
      oldSchemas.has(message)
        ? issuesOf(old, message, value, form).map(({ issue, place }) => `${place} ${issue.rule}`)
        : [],
    );
    const found = new Map(
      issuesOf(young, message, value, form)
        .filter(({ issue, place }) => !known.has(`${place} ${issue.rule}`))
        .map((one) => [`${one.place} ${one.issue.rule}`, one]),
    );
    for (const { issue, place } of found.values())
      count({
        message,
        form,
        pointer: place,
        rule: issue.rule,
        behind: findings
          .filter(
            (finding) =>
              reach(message).has(finding.subject.name) && isBehind(finding, issue, place),
          )
          .map(({ rule }) => rule),
      });
    return found.size > 0;
  };

  return {
    add: (message, value) => {
      const kind = kinds.get(message) ?? { messageCount: 0, failedCount: 0 };
      kinds.set(message, kind);
      kind.messageCount++;
      if (message === CAPABILITIES && isCapabilities(value)) declared.add(value);
      if (oldSchemas.has(message) && old.judge(message, value, 'receiver').length > 0)
        alreadyRefusedCount++;
      if (!youngSchemas.has(message)) {
        count({ message, form: 'receiver', pointer: '', rule: UNKNOWN, behind: ['CMP-009'] });
        kind.failedCount++;
        refusedCount++;
        return;
      }
      const [isNonconforming, isRefused] = FORMS.map((form) => failsNewly(message, value, form));
      if (isNonconforming) nonconformingCount++;
      if (isRefused) refusedCount++;
      if (isNonconforming || isRefused) kind.failedCount++;
    },
    impact: () => ({
      before: before.version,
      now: now.version,
      messageCount: [...kinds.values()].reduce((sum, one) => sum + one.messageCount, 0),
      refusedCount,
      nonconformingCount,
      alreadyRefusedCount,
      partyCount: declared.partyCount(),
      parties: declared.parties(),
      kinds: [...kinds]
        .map(([message, counts]) => ({ message, ...counts }))
        .toSorted((a, b) => (a.message < b.message ? -1 : 1)),
      rows: [...rows.values()].toSorted(
        (a, b) => b.messageCount - a.messageCount || (rowKey(a) < rowKey(b) ? -1 : 1),
      ),
    }),
  };
};

const rowKey = ({ message, form, pointer, rule }: ImpactRow): string =>
  [message, form, pointer, rule].join(' ');
