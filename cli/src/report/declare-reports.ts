import { Option } from '@commander-js/extra-typings';
import type { Language } from '../language.ts';
import { REPORT_OPTIONS, SIGNING_CAPACITIES } from './report-options.ts';

/** Every report is an option that names its file; a statement has a few more. */
export const addReportOptions = (
  command: { readonly addOption: (option: Option) => unknown },
  language: Language,
): void => {
  const zh = language === 'zh';
  const options = [
    ...Object.entries(REPORT_OPTIONS).map(
      ([name, title]) => new Option(`--${name} <file>`, title[language]),
    ),
    new Option(
      '--sign <key>',
      zh ? '签发符合性证明的私钥（JWK）' : 'key that signs a statement (JWK)',
    ),
    new Option(
      '--statement <file>',
      zh
        ? '符合性证明（默认在报告文件夹）'
        : 'signed statement (default: in the folder of reports)',
    ),
    new Option(
      '--issuer <party>',
      zh ? '签发者的主体标识（默认为被测单位）' : 'party that signs (default: of the system)',
    ),
    new Option('--issuer-name <name>', zh ? '签发者名称' : 'name of the party that signs'),
    new Option('--capacity <capacity>', zh ? '签发者的身份' : 'in which capacity it signs').choices(
      SIGNING_CAPACITIES,
    ),
    new Option(
      '--proof <file>',
      zh
        ? '套件自证的 prove.json，其摘要写入证明'
        : 'prove.json of the suite, whose digest is stated',
    ),
  ];
  for (const option of options) command.addOption(option);
};
