import { listOf, memberOf, objectOf, textOf } from '../read.ts';
import { BIZ_STEPS, DISPOSITIONS, shortName } from './cbv.ts';

/** A member of an EPCIS document that EPCIS 2.0 does not allow, or that it lacks. */
export type EpcisIssue = {
  readonly pointer: string;
  readonly rule: 'required' | 'enum' | 'format' | 'type' | 'unknown-member' | 'no-subject';
};

const ACTIONS = new Set(['ADD', 'OBSERVE', 'DELETE']);
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const OFFSET = /^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/;

const SHARED =
  '@context type eventID eventTime eventTimeZoneOffset recordTime errorDeclaration certificationInfo action bizStep disposition persistentDisposition readPoint bizLocation bizTransactionList sourceList destinationList sensorElementList';
const SUBJECTS: Readonly<Record<string, string>> = {
  ObjectEvent: 'epcList quantityList sensorElementList',
  AggregationEvent: 'parentID childEPCs childQuantityList',
  AssociationEvent: 'parentID childEPCs childQuantityList',
  TransactionEvent: 'epcList quantityList parentID',
  TransformationEvent:
    'inputEPCList inputQuantityList outputEPCList outputQuantityList transformationID',
};
const ITEMS: ReadonlySet<string> = new Set(['epcClass', 'quantity', 'uom']);
const QUANTITIES = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'];

/** Members of others carry a prefix; what has none has to be a member of EPCIS. */
const unprefixed = (value: unknown): readonly string[] =>
  Object.keys(objectOf(value) ?? {}).filter((name) => !name.includes(':'));

/** A word of CBV, or one of somebody else under a prefix of theirs. */
const inVocabulary = (word: string, words: ReadonlySet<string>): boolean => {
  const short = shortName(word);
  if (short !== word || !word.includes(':')) return words.has(short);
  return !/gs1[.]org|epcglobal:cbv|^cbv:/.test(word);
};

const ofQuantities = (event: unknown, pointer: string): readonly EpcisIssue[] =>
  QUANTITIES.flatMap((name) =>
    (listOf(event, name) ?? []).flatMap((item, place): EpcisIssue[] => {
      const at = `${pointer}/${name}/${place}`;
      const quantity = memberOf(item, 'quantity');
      return [
        ...(textOf(item, 'epcClass') === undefined
          ? [{ pointer: at, rule: 'required' } as const]
          : []),
        ...(quantity !== undefined && typeof quantity !== 'number'
          ? [{ pointer: `${at}/quantity`, rule: 'type' } as const]
          : []),
        ...unprefixed(item)
          .filter((member) => !ITEMS.has(member))
          .map((member) => ({ pointer: `${at}/${member}`, rule: 'unknown-member' }) as const),
      ];
    }),
  );

const ofEvent = (event: unknown, pointer: string): readonly EpcisIssue[] => {
  const type = textOf(event, 'type') ?? '';
  const subjects = Object.hasOwn(SUBJECTS, type) ? SUBJECTS[type]?.split(' ') : undefined;
  if (subjects === undefined) return [{ pointer: `${pointer}/type`, rule: 'enum' }];
  const issues: EpcisIssue[] = [];
  const check = (
    name: string,
    required: boolean,
    fits: (text: string) => boolean,
    rule: 'enum' | 'format',
  ) => {
    const text = textOf(event, name);
    if (text === undefined) {
      if (required) issues.push({ pointer, rule: 'required' });
    } else if (!fits(text)) issues.push({ pointer: `${pointer}/${name}`, rule });
  };
  check('eventTime', true, (text) => INSTANT.test(text), 'format');
  check('recordTime', false, (text) => INSTANT.test(text), 'format');
  check('eventTimeZoneOffset', true, (text) => OFFSET.test(text), 'format');
  check('action', type !== 'TransformationEvent', (text) => ACTIONS.has(text), 'enum');
  check('bizStep', false, (text) => inVocabulary(text, BIZ_STEPS), 'enum');
  check('disposition', false, (text) => inVocabulary(text, DISPOSITIONS), 'enum');
  if (!subjects.some((name) => memberOf(event, name) !== undefined))
    issues.push({ pointer, rule: 'no-subject' });
  const known = new Set([...SHARED.split(' '), ...subjects, 'ilmd']);
  for (const name of unprefixed(event))
    if (!known.has(name)) issues.push({ pointer: `${pointer}/${name}`, rule: 'unknown-member' });
  for (const name of unprefixed(memberOf(event, 'ilmd')))
    issues.push({ pointer: `${pointer}/ilmd/${name}`, rule: 'unknown-member' });
  return [...issues, ...ofQuantities(event, pointer)];
};

/** What EPCIS 2.0 refuses in a capture document: its shape and the words of CBV, not its meaning. */
export const judgeEpcis = (document: unknown): readonly EpcisIssue[] => {
  const type = textOf(document, 'type');
  if (type !== 'EPCISDocument') return [{ pointer: '/type', rule: 'enum' }];
  const missing = ['@context', 'schemaVersion', 'creationDate', 'epcisBody']
    .filter((name) => memberOf(document, name) === undefined)
    .map(() => ({ pointer: '', rule: 'required' }) as const);
  const created = textOf(document, 'creationDate');
  const events = listOf(memberOf(document, 'epcisBody'), 'eventList');
  return [
    ...missing,
    ...(created !== undefined && !INSTANT.test(created)
      ? [{ pointer: '/creationDate', rule: 'format' } as const]
      : []),
    ...(events === undefined
      ? [{ pointer: '/epcisBody', rule: 'required' } as const]
      : events.flatMap((event, place) => ofEvent(event, `/epcisBody/eventList/${place}`))),
  ];
};
