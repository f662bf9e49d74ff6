import { laterWith } from '../define/index.ts';

/** A courier calls the register of its own accord, and no test control makes it. */
export const undriven = laterWith({
  en: 'a test action by which a courier registers vehicles and applies for passes',
  zh: '使快递企业登记车辆并申请通行的测试动作',
});
