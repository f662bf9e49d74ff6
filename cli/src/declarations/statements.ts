import { type Declaration, defined, examples } from './declare.ts';

/** Verifying what others signed about a result. */
export const verifyCommand: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('verify')
    .description(
      zh
        ? '离线验证符合性证明：签名、有效期与所涉文件'
        : 'verify a conformance statement, offline: signature, life and the files it is about',
    )
    .argument('<statement>', zh ? '证明文件（JWS）' : 'the statement (JWS)')
    .option('--result <file>', zh ? '所涉的结果' : 'the result that it is about')
    .option('--transcript <file...>', zh ? '所涉的交换记录' : 'the transcript that it is about')
    .option(
      '--trust <file>',
      zh ? '受信签发者的公钥' : 'keys of issuers that are trusted (JWK Set)',
    )
    .option(
      '--at <instant>',
      zh ? '验证所依时刻（默认此刻）' : 'instant to verify for (default: now)',
    )
    .option('--rejudge', zh ? '重新判定交换记录' : 'judge the transcript again', false)
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
      ]),
    )
    .action(async (statement, options) => {
      const { verify } = await import('../commands/verify.ts');
      finish(await verify({ ...common(), ...defined(options), statement }, io));
    });
};
