import { blocked, type CaseJudge, checkOf, demand, holds, violated } from '../../checks/check.ts';
import { SAID, verbatim } from '../../checks/sayings.ts';
import type { Seen } from '../../checks/seen.ts';
import { auditProofsOf, rootText } from '../../transcript/audit-proofs.ts';
import { answerOf, isAccepted, requestOf, textOf } from '../../transcript/body.ts';
import type { Finding } from '../../words.ts';

/** Every checkpoint is signed by a key that the system publishes, and names its own log. */
const signedCheckpoints: CaseJudge = ({ transcript, calls }) =>
  auditProofsOf(transcript).checkpoints.map(({ at, opened }) =>
    // a run that read no keys cannot tell
    calls('getKeys').length === 0
      ? blocked(at, 'NO_TRAFFIC')
      : opened.ok
        ? holds(at, 'body')
        : violated(
            at,
            {
              en: 'a checkpoint of its log, signed by a published key',
              zh: '其日志的检查点，以已公布密钥签名',
            },
            { en: `a note at fault: ${opened.fault}`, zh: `检查点有误：${opened.fault}` },
            { surface: 'body', pointer: '/checkpoint' },
          ),
  );

/** One size has one root, and no checkpoint is smaller than one before it. */
const growingTree: CaseJudge = ({ transcript }) => {
  const roots = new Map<number, string>();
  let greatest = 0;
  const findings: Finding[] = [];
  for (const { at, opened } of auditProofsOf(transcript).checkpoints) {
    if (!opened.ok) continue;
    const root = rootText(opened);
    const known = roots.get(opened.size);
    roots.set(opened.size, root);
    // a receipt that is shown again with its grant is as old as the grant
    if (known === root) continue;
    findings.push(
      known !== undefined
        ? violated(
            at,
            { en: 'one root for one size', zh: '同一规模对应同一根' },
            { en: 'another root for a size that was seen before', zh: '曾见规模对应另一根' },
          )
        : demand(
            opened.size >= greatest,
            at,
            { en: 'a log that grows', zh: '不断增长的日志' },
            { en: 'a smaller log than before', zh: '日志小于先前' },
          ),
    );
    greatest = Math.max(greatest, opened.size);
  }
  return findings;
};

const consistentTrees: CaseJudge = ({ transcript, probe }) => {
  const proofs = auditProofsOf(transcript).consistencies;
  const refused = probe('audit-consistency').filter((exchange) => !isAccepted(exchange));
  return [
    ...proofs.map(({ at, isConsistent }) =>
      isConsistent === undefined
        ? blocked(at, 'NOT_OBSERVABLE')
        : demand(
            isConsistent,
            at,
            {
              en: 'a proof that the older tree is a beginning of the newer one (RFC 9162 2.1.4)',
              zh: '旧树为新树前缀的证明（RFC 9162 2.1.4）',
            },
            SAID.proofFails,
            { pointer: '/consistencyPath' },
          ),
    ),
    ...refused.map((exchange) =>
      violated(
        exchange,
        { en: 'a consistency proof', zh: '一致性证明' },
        verbatim(exchange.response?.status),
      ),
    ),
  ];
};

const includedEntries: CaseJudge = ({ transcript }) =>
  auditProofsOf(transcript).inclusions.map(({ at, isIncluded }) =>
    isIncluded === undefined
      ? blocked(at, 'NOT_OBSERVABLE')
      : demand(
          isIncluded,
          at,
          {
            en: 'a proof that the entry is in the tree (RFC 9162 2.1.3)',
            zh: '条目在树中的证明（RFC 9162 2.1.3）',
          },
          SAID.proofFails,
          { pointer: '/inclusionPath' },
        ),
  );

/** A whole mobile number that stands alone. */
const MOBILE = /(^|[^0-9A-Za-z_-])(\+?86)?1[3-9]\d{9}($|[^0-9A-Za-z_-])/;
const REFERENCE = /cr1_[A-Za-z0-9_-]{23}/;
const MASK = /\*{2,}/;

/** What the run itself put into the vault: names, numbers, roads and notes. */
const plaintextOf = (seen: Seen): readonly string[] =>
  seen.calls('registerConsignee').flatMap((exchange) => {
    const { contact, address, deliveryNote } = requestOf(exchange) ?? {};
    return [
      contact?.name,
      contact?.mobile,
      contact?.landline,
      address?.road,
      address?.unitRoom,
      deliveryNote,
    ].filter((one): one is string => typeof one === 'string' && one.length > 1);
  });

const ofTheLog: readonly string[] = ['listRevealAuditEntries', 'getAuditCheckpoint'];

const namelessEntries: CaseJudge = (seen) => {
  const plaintext = plaintextOf(seen);
  return seen.exchanges
    .filter(
      (exchange) =>
        exchange.to === 'sut' &&
        ofTheLog.includes(exchange.operation ?? '') &&
        isAccepted(exchange),
    )
    .map((exchange) => {
      const text = textOf(exchange.response?.body);
      const isTelling =
        REFERENCE.test(text) ||
        MOBILE.test(text) ||
        MASK.test(text) ||
        plaintext.some((one) => text.includes(one));
      return isTelling
        ? violated(
            exchange,
            {
              en: 'entries that hold no personal data and no reference',
              zh: '不含个人信息与引用的条目',
            },
            SAID.tellsOfPerson,
            { surface: 'body' },
          )
        : holds(exchange, 'body');
    });
};

const entriesAreThere: CaseJudge = (seen) =>
  seen
    .probe('audit-listing')
    .map((exchange) =>
      demand(
        isAccepted(exchange) && (answerOf(exchange)?.items?.length ?? 0) > 0,
        exchange,
        { en: 'the entries of the caller', zh: '调用方的条目' },
        { en: 'no entry', zh: '无条目' },
      ),
    );

/** Checks of the audit log. */
export const auditChecks = [
  checkOf('AUD-001', {
    'checkpoints-signed': signedCheckpoints,
    'checkpoints-grow': growingTree,
    'trees-consistent': consistentTrees,
    'entries-included': includedEntries,
  }),
  checkOf('AUD-002', {
    'entries-tell-nothing': namelessEntries,
    'entries-listed': entriesAreThere,
  }),
];
