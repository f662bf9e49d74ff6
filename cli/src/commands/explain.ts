import type { Registry } from '@openwaybill/schemas';
import { nearest } from '@openwaybill/validate/light';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { clause } from '../explain/clause.ts';
import { code, codeList } from '../explain/codes.ts';
import { compatibility } from '../explain/compatibility.ts';
import { event, operation, problem } from '../explain/contract.ts';
import { type Finder, shown } from '../explain/explanation.ts';
import { lintRules } from '../explain/lint-rules.ts';
import { message, property } from '../explain/messages.ts';
import { concern, lifecycle, module } from '../explain/modules.ts';
import { requirement } from '../explain/requirement.ts';
import { rule } from '../explain/rules.ts';
import { suiteNames } from '../explain/suite.ts';
import type { Io } from '../io.ts';
import { standard } from '../standard/standard.ts';

export type ExplainOptions = Common & { readonly name: string };

const FINDERS: readonly Finder[] = [
  problem,
  operation,
  event,
  module,
  concern,
  codeList,
  message,
  property,
  lifecycle,
  code,
  rule,
];

const allNames = (from: Registry): readonly string[] => [
  ...from.requirements.map(({ id }) => id),
  ...Object.keys(from.problems),
  ...from.operations.flatMap((one) => [one.name, one.operationId]),
  ...from.events.map(({ type }) => type),
  ...from.schemas.keys(),
  ...from.modules.map(({ name }) => name),
  ...from.codeLists.flatMap(({ codes }) => Object.keys(codes)),
];

/** Tells all that the standard says about a name. */
export const explain = async (options: ExplainOptions, io: Io): Promise<ExitCode> => {
  const { name, language } = options;
  const registry = standard();
  const found = [
    ...(await requirement(registry, name, language, io)),
    ...FINDERS.flatMap((finder) => finder(registry, name, language)),
    ...(await clause(registry, name, language, io)),
    ...(await compatibility(name, language)),
  ];
  // the emitters and the suite take long to read, and their names are seldom asked for
  if (found.length === 0) found.push(...(await lintRules(name, language)));
  if (found.length === 0) found.push(...(await suiteNames(name)));
  if (found.length === 0) {
    const meant = nearest(name, allNames(registry));
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `the standard has no ${name}`, zh: `标准中没有 ${name}` },
      wanted: {
        en: 'an id, case, rule, problem, operation, message, event, code, clause, scenario or fault is needed',
        zh: '需要要求编号、判例、规则、问题码、操作、消息、事件、代码、条款、场景或缺陷',
      },
      remedy:
        meant === undefined
          ? { en: 'openwaybill list shows what there is', zh: '用 openwaybill list 查看全部' }
          : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
    });
  }
  if (options.json)
    io.out(
      JSON.stringify(
        found.map(({ facts, passages, ...one }) => ({
          ...one,
          facts: Object.fromEntries(
            [...facts, ...passages.filter(([, text]) => text !== '')].map(([label, value]) => [
              label.en,
              value,
            ]),
          ),
        })),
      ),
    );
  else io.out(found.map((one) => shown(one, language)).join('\n\n'));
  return EXIT.ok;
};
