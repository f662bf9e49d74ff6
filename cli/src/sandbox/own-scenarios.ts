import { join } from 'node:path';
import { readScenario, type Scenario } from '@openwaybill/mock';
import { registry } from '@openwaybill/schemas';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Text } from '../language.ts';
import { readJsonFile } from '../read-json-file.ts';

/** Numbers that are nobody's: the others are scenarios that came with the program. */
const FREE = { from: 21, to: 89 };

/** What is wrong with a scenario file: at most so many places of it are told. */
const MOST_TOLD = 10;

const place = (file: string, pointer: string): string =>
  pointer === '' ? file : `${file}#${pointer}`;

const complaint = (seen: Text, wanted: Text, remedy: Text): Complaint => ({
  code: EXIT.usage,
  seen,
  wanted,
  remedy,
});

const noNumber = (file: string): Complaint =>
  complaint(
    { en: `${file}#/id is no free number`, zh: `${file}#/id 不是可用编号` },
    {
      en: `scenarios of your own are ${FREE.from} to ${FREE.to}, each number once`,
      zh: `自有场景编号为 ${FREE.from} 至 ${FREE.to}，且不得重复`,
    },
    { en: 'give it another number', zh: '请另选编号' },
  );

/** The scenarios of a folder of somebody's own, or the first file that cannot be played and why. */
export const ownScenarios = async (
  io: Io,
  folder: string,
): Promise<{ readonly scenarios: readonly Scenario[] } | { readonly complaint: Complaint }> => {
  const names = (await io.filesBelow(folder)).filter((name) => name.endsWith('.json'));
  if (names.length === 0)
    return {
      complaint: complaint(
        { en: `there is no .json file below ${folder}`, zh: `${folder} 下没有 .json 文件` },
        { en: 'a folder of scenario files is needed', zh: '需要场景文件夹' },
        {
          en: 'write one as those of openwaybill are, or save one in the inspector',
          zh: '请仿照自带场景编写，或在检视页保存',
        },
      ),
    };
  const scenarios: Scenario[] = [];
  for (const name of names) {
    const file = join(folder, name);
    const given = await readJsonFile<unknown>(io, file);
    if ('complaint' in given) return given;
    const read = readScenario(given.value, registry);
    if (!read.ok) {
      const told = read.faults.slice(0, MOST_TOLD);
      const all = (language: 'en' | 'zh'): string =>
        told.map(({ pointer, seen }) => `${place(file, pointer)}: ${seen[language]}`).join('\n');
      const [first] = told;
      return {
        complaint: complaint(
          { en: all('en'), zh: all('zh') },
          { en: 'it cannot be played', zh: '无法播放' },
          {
            en: (first?.remedy.en ?? '').replace(/\.$/, ''),
            zh: (first?.remedy.zh ?? '').replace(/。$/, ''),
          },
        ),
      };
    }
    const { scenario } = read;
    const number = Number(scenario.id);
    const isTaken = scenarios.some(({ id }) => id === scenario.id);
    if (number < FREE.from || number > FREE.to || isTaken) return { complaint: noNumber(file) };
    scenarios.push(scenario);
  }
  return { scenarios };
};
