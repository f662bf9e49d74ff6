import { type Misuse, Unreachable } from '@openwaybill/conformance';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';

/** Why a run cannot begin, and whose turn it is. */
export const complaintOf = (error: Misuse | Unreachable): Complaint =>
  error instanceof Unreachable
    ? {
        code: EXIT.environment,
        seen: error.text,
        wanted: { en: 'a running system is needed', zh: '需要运行中的系统' },
        remedy: {
          en: 'start it, or mend the address; openwaybill doctor says more',
          zh: '请启动系统或修正地址；openwaybill doctor 可进一步诊断',
        },
      }
    : {
        code: EXIT.usage,
        seen: error.text,
        wanted: { en: 'the run cannot begin so', zh: '检测无法开始' },
        remedy: {
          en: 'mend the options; openwaybill doctor says more',
          zh: '请修正选项；openwaybill doctor 可进一步诊断',
        },
      };
