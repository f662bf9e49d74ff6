import { type Declaration, defined, examples } from './declare.ts';

/** Verifying what others signed about a result, or published. */
export const verifyCommand: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('verify')
    .description(
      zh
        ? '离线验证符合性证明或发布文件夹'
        : 'verify a conformance statement or a release folder, offline',
    )
    .argument(
      '<statement>',
      zh ? '证明文件（JWS）或发布文件夹' : 'the statement (JWS), or the folder of a release',
    )
    .option('--result <file>', zh ? '所涉的结果' : 'the result that it is about')
    .option('--transcript <file...>', zh ? '所涉的交换记录' : 'the transcript that it is about')
    .option(
      '--trust <file>',
      zh ? '受信签发者或发布者的公钥' : 'keys of issuers or publishers that are trusted (JWK Set)',
    )
    .option(
      '--at <instant>',
      zh ? '验证所依时刻（默认此刻）' : 'instant to verify for (default: now)',
    )
    .option('--rejudge', zh ? '重新判定交换记录' : 'judge the transcript again', false)
    .option(
      '--deep',
      zh
        ? '发布文件夹：由其契约重新写出并比较'
        : 'of a release: write it again from its contract and compare',
      false,
    )
    .option(
      '--previous <folder>',
      zh ? '发布文件夹：其前一版本' : 'of a release: the one that it follows',
    )
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill verify statement.jws --trust issuer.public.json',
          { en: 'does it hold, and whose is it?', zh: '是否有效，由谁签发？' },
        ],
        [
          'openwaybill verify statement.jws --result result.json',
          { en: 'is it about this very file?', zh: '是否针对该文件？' },
        ],
        [
          'openwaybill verify statement.jws --transcript t.owt.ndjson --rejudge',
          { en: 'would it be judged so again?', zh: '重新判定是否一致？' },
        ],
        [
          'openwaybill verify dist/1.2.0 --deep',
          { en: 'is this the release, every byte?', zh: '该发布是否逐字节一致？' },
        ],
        [
          'openwaybill verify dist/1.2.0 --trust publisher.public.json',
          { en: 'and whose is it?', zh: '由谁发布？' },
        ],
      ]),
    )
    .action(async (statement, { deep, previous, ...options }) => {
      const { verify } = await import('../commands/verify.ts');
      finish(
        await verify(
          { ...common(), ...defined(options), statement, release: defined({ deep, previous }) },
          io,
        ),
      );
    });
};
