import { type Registry, wordNameOf } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';
import { faultsOfClass } from './class-and-kind.ts';
import { faultsOfPayload } from './event-payload.ts';
import { faultsOfExample } from './example.ts';
import type { PrivacyFinding, PrivacyRule } from './finding.ts';
import { faultsOfLog } from './log.ts';
import { faultsOfMask } from './mask-pattern.ts';
import { type Member, membersOf } from './members.ts';
import { faultsOfText } from './text.ts';
import { faultsOfParameter } from './url.ts';

type Linted = Pick<Registry, 'schemas' | 'operations' | 'events'>;

const RULES_OF_A_MEMBER: readonly (readonly [
  PrivacyRule,
  (member: Member, owner: string) => readonly string[],
])[] = [
  ['privacy-class', faultsOfClass],
  ['mask-pattern', faultsOfMask],
  ['privacy-text', faultsOfText],
  ['privacy-log', faultsOfLog],
];

const inSchemas = (registry: Linted): readonly PrivacyFinding[] =>
  [...registry.schemas.values()].flatMap(({ name: about, schema }) =>
    [...membersOf(schema, about, registry, 'within')].flatMap((member) =>
      RULES_OF_A_MEMBER.filter(([rule]) => !member.isInherited || rule === 'mask-pattern').flatMap(
        ([rule, faultsOf]) =>
          faultsOf(member, about).map((message) => ({
            rule,
            about,
            pointer: member.pointer,
            message,
          })),
      ),
    ),
  );

const inEvents = (registry: Linted): readonly PrivacyFinding[] =>
  registry.events.flatMap(({ type: about, data }) =>
    [...membersOf(data, about, registry, 'through')].flatMap((member) =>
      faultsOfPayload(member).map((message) => ({
        rule: 'privacy-class' as const,
        about,
        pointer: member.pointer,
        message,
      })),
    ),
  );

const wordOf = (parameter: string, registry: Linted): JsonSchema =>
  registry.schemas.get(wordNameOf(registry.schemas, parameter) ?? '')?.schema ?? {};

const inUrls = (registry: Linted): readonly PrivacyFinding[] =>
  registry.operations.flatMap((operation) =>
    [
      ...Object.entries(operation.query ?? {}),
      ...operation.pathParameters.map((name) => [name, wordOf(name, registry)] as const),
    ].flatMap(([name, schema]) =>
      [...membersOf(schema, name, registry, 'within')]
        .filter(({ isLeaf }) => isLeaf)
        .flatMap((member) =>
          faultsOfParameter(member).map((message) => ({
            rule: 'no-private-in-url' as const,
            about: operation.name,
            pointer: `/${name}`,
            message,
          })),
        ),
    ),
  );

/** Every text in a value, with where it is. */
function* textsOf(value: unknown, pointer: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [pointer, value];
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value))
      yield* textsOf(member, `${pointer}/${name}`);
}

const inExamples = (registry: Linted): readonly PrivacyFinding[] =>
  [...registry.schemas.values()].flatMap(({ name: about, examples }) =>
    [...textsOf(examples, '')].flatMap(([pointer, text]) =>
      faultsOfExample(text).map((message) => ({
        rule: 'privacy-example' as const,
        about,
        pointer,
        message,
      })),
    ),
  );

/** Every violation of the rules for `x-privacy` in a registry. */
export const lintPrivacy = (registry: Linted): readonly PrivacyFinding[] => [
  ...inSchemas(registry),
  ...inEvents(registry),
  ...inUrls(registry),
  ...inExamples(registry),
];
