import { Option } from '@commander-js/extra-typings';
import { type Declaration, defined, examples } from './declare.ts';
import { listedMore, whole } from './values.ts';

/** The proof of the suite. */
export const prove: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('prove')
    .description(
      zh
        ? '证明检测套件：参考实现的每处破坏恰被相应要求发现'
        : 'prove the suite: each way of breaking the reference is seen by exactly what it violates',
    )
    .addOption(
      new Option('--faults <kind>', zh ? '缺陷的种类' : 'which kind of faults')
        .choices(['hand', 'wire', 'behaviour', 'all'] as const)
        .default('all' as const),
    )
    .option(
      '--only <what...>',
      zh
        ? '只用这些缺陷，或违反这些要求的缺陷'
        : 'only these faults, or those that violate these requirements',
      listedMore,
    )
    .option(
      '--changed',
      zh
        ? '只做上次证明之后来源有变的部分'
        : 'only what stands on other sources than at the last proof',
      false,
    )
    .option(
      '--sample <number>',
      zh
        ? '派生缺陷只取这么多，各报文与各种变更均有'
        : 'so many of the derived faults, of every message and every kind',
      whole,
    )
    .option('--seed <number>', zh ? '抽样与检测的种子' : 'what is drawn follows from it', whole, 1)
    .option(
      '--workers <number>',
      zh ? '线程数（默认为可用核数）' : 'threads (default: as many as there are cores)',
      whole,
    )
    .option('--out <folder>', zh ? '证明的文件夹' : 'folder of the proof', 'openwaybill-proof')
    .option('--resume', zh ? '继续被停止的证明' : 'goes on where a proof was stopped', false)
    .addHelpText(
      'after',
      examples(language, [
        ['openwaybill prove', { en: 'everything, before a release', zh: '发布前完整证明' }],
        ['openwaybill prove --changed', { en: 'after a change', zh: '修改之后' }],
        [
          'openwaybill prove --faults wire --sample 200',
          { en: 'a part in a build', zh: '构建中的抽样' },
        ],
        [
          'openwaybill prove --only WBL-001',
          { en: 'what is one requirement caught by?', zh: '某要求由什么发现？' },
        ],
      ]),
    )
    .action(async (options) => {
      const { prove } = await import('../commands/prove.ts');
      finish(await prove({ ...common(), ...defined(options) }, io));
    });
};
