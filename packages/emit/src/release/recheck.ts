import { type Contract, fromContract, type Text } from '@openwaybill/schemas';
import { messageJudge } from '@openwaybill/validate/contract';
import type { Artefacts } from '../artefacts.ts';
import { type Contract as Compared, schemasOf } from '../diff/contract.ts';
import type { ContractDiff } from '../diff/diff-contracts.ts';
import { faultsOfExamples } from '../lint/rules/examples.ts';
import { DIFF } from './diff-from-previous.ts';
import { QUALITY, type Quality } from './quality.ts';

/** Something that a release says of itself and that does not hold, whatever its digests are. */
export type Recheck = { readonly path: string; readonly text: Text };

const wrong = (path: string, en: string, zh: string): Recheck => ({ path, text: { en, zh } });

/** Examples that are not what they say, by the schemas of the release itself and the rules of the program. */
const ofExamples = (contract: Contract): readonly Recheck[] =>
  faultsOfExamples(fromContract(contract), messageJudge(schemasOf(contract as Compared))).map(
    ({ about, pointer, message }) =>
      wrong(
        'contract.json',
        `${about} ${pointer}: ${message}`,
        `${about} ${pointer}：示例的判定与其说明不符（${message}）`,
      ),
  );

const ofQuality = ({ twins, links }: Quality): readonly Recheck[] => [
  ...twins.differing.map((name) =>
    wrong(
      'openapi-3.0.json',
      `it judges ${name} otherwise than openapi-3.1.json`,
      `对 ${name} 的判定与 openapi-3.1.json 不同`,
    ),
  ),
  ...links.broken.map((link) =>
    wrong(link.split(' ')[0] ?? link, `a link leads nowhere: ${link}`, `链接无所指向：${link}`),
  ),
];

const ofDiff = ({ gate, waiverFaults }: ContractDiff): readonly Recheck[] => [
  ...(gate.isMet ? [] : [wrong(DIFF, gate.why.en, gate.why.zh)]),
  ...waiverFaults.map(({ waiver }) =>
    wrong(
      DIFF,
      `the waiver of ${waiver.rule} at ${waiver.pointer} is no help`,
      `${waiver.rule} ${waiver.pointer} 的豁免无效`,
    ),
  ),
];

/**
 * What does not hold of a release whose files are as they would be written again: its examples judged once more, the
 * gate between its two OpenAPI documents, its links, and its version by the comparison with the release before.
 */
export const recheck = (texts: Artefacts): readonly Recheck[] => {
  const [contract, quality, diff] = ['contract.json', QUALITY, DIFF].map((path) => texts.get(path));
  return [
    ...(contract === undefined ? [] : ofExamples(JSON.parse(contract))),
    ...(quality === undefined ? [] : ofQuality(JSON.parse(quality))),
    ...(diff === undefined ? [] : ofDiff(JSON.parse(diff))),
  ];
};
