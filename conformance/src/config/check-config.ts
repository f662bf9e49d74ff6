import { SERVING_ROLES } from '@openwaybill/schemas';
import { type Static, Type } from '@sinclair/typebox';
import { REPORTS } from '../reports/index.ts';
import { closed, oneOf } from '../result/form.ts';
import { DURATION } from './duration.ts';
import { wanted } from './misfits.ts';

const file = (en: string, zh: string) => Type.String({ pattern: '\\S', ...wanted(en, zh) });
const whole = (en: string, zh: string, minimum = 1) => Type.Integer({ minimum, ...wanted(en, zh) });
const words = (en: string, zh: string) =>
  Type.Array(Type.String({ pattern: '\\S' }), wanted(en, zh));
const optional = Type.Optional;

/** Who the runner is: by a file that has everything, or by name and the file of its key. The key itself never stands here. */
const Client = closed({
  file: optional(file('a file of credentials', '凭据文件')),
  clientId: optional(file('the client id at the system', '在系统登记的客户端标识')),
  partyId: optional(file('the party id; else the client id', '主体标识；默认同客户端标识')),
  role: optional(
    file('the role of the runner; else the counterpart', '检测方角色；默认为对方角色'),
  ),
  keyFile: optional(file('a file with the private key (JWK)', '私钥文件（JWK）')),
});

/** Everything that defines a run, in one file: `openwaybill.check.json`. What is given on the command line wins over it. */
export const CheckConfig = Type.Object(
  {
    $schema: optional(Type.String()),
    version: Type.Literal(1, wanted('1', '1')),
    system: optional(
      closed({
        url: optional(file('the base address of the system', '系统的基址')),
        role: optional(oneOf(SERVING_ROLES)),
        claim: optional(file('a claim file', '声明文件')),
        set: optional(file('a requirement set', '要求集')),
      }),
    ),
    credentials: optional(Client),
    second: optional(Client),
    receiver: optional(
      closed({
        listen: optional(
          Type.String({
            pattern: '^([^\\s/]+:)?[0-9]{1,5}$',
            ...wanted('a port, or host:port', '端口，或 主机:端口'),
          }),
        ),
        publicUrl: optional(file('where the system reaches the run', '系统访问检测方的地址')),
      }),
    ),
    class: optional(words('a list of conformance classes', '符合性类别的数组')),
    only: optional(words('a list of scenarios, requirements or modules', '场景、要求或模块的数组')),
    depth: optional(oneOf(['WIRE', 'CONTROLLED', 'INSTRUMENTED'])),
    seed: optional(whole('a whole number', '整数', 0)),
    shard: optional(
      Type.String({
        pattern: '^[1-9][0-9]*/[1-9][0-9]*$',
        ...wanted('a shard as 2/5', '形如 2/5 的分片'),
      }),
    ),
    patience: optional(whole('a factor of all waiting', '等待时间的倍数')),
    maxWait: optional(
      Type.String({ pattern: DURATION, ...wanted('a duration as PT60S', '形如 PT60S 的时长') }),
    ),
    races: optional(whole('how often each race is run', '并发测试的次数')),
    negatives: optional(whole('wrong values a constraint', '每项约束的错误值个数')),
    modelRuns: optional(whole('random walks a lifecycle', '每个生命周期的随机遍历次数', 0)),
    use: optional(file('a file of what may be used or read', '可用或可读对象的文件')),
    onlyRungs: optional(words('a list of ways to a state', '达到状态之途径的数组')),
    prompt: optional(Type.Boolean()),
    wait: optional(
      Type.String({ pattern: DURATION, ...wanted('a duration as PT5M', '形如 PT5M 的时长') }),
    ),
    logSink: optional(file('a file that the system logs to', '系统写入日志的文件')),
    baseline: optional(file('a baseline', '预期失败基线')),
    strict: optional(Type.Boolean()),
    failFast: optional(Type.Boolean()),
    probeUnclaimed: optional(Type.Boolean()),
    watchPath: optional(words('a list of files or folders', '文件或文件夹的数组')),
    reports: optional(
      closed({
        out: optional(file('a folder', '文件夹')),
        ...Object.fromEntries(
          Object.keys(REPORTS).map((name) => [name, optional(file('a file', '文件'))]),
        ),
      }),
    ),
  },
  {
    $id: 'https://openwaybill.org/schemas/check-config/1.json',
    title: 'openwaybill.check.json',
    additionalProperties: false,
  },
);
export type CheckConfig = Static<typeof CheckConfig>;
