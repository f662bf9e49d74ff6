import { defineCodeList } from '../define/index.ts';

/** How the clock of a test tenant goes. */
export const ClockMode = defineCodeList({
  name: 'ClockMode',
  version: '2026-11',
  title: { en: 'Mode of the test clock', zh: '测试时钟模式' },
  description: {
    en: 'Whether the test clock stands or goes with real time.',
    zh: '测试时钟静止或随实时运行。',
  },
  growth: 'closed',
  codes: {
    FROZEN: { en: 'Frozen', zh: '冻结' },
    REAL: { en: 'Real time', zh: '实时' },
  },
});

/** The groups of test control; a system offers any of them. */
export const TestCommand = defineCodeList({
  name: 'TestCommand',
  version: '2026-11',
  title: { en: 'Command of test control', zh: '测试控制命令' },
  description: {
    en: 'What a conformance run may drive in a sandbox.',
    zh: '合规测试在沙箱中可驱动的能力。',
  },
  growth: 'closed',
  codes: {
    CLOCK: { en: 'Clock', zh: '时钟' },
    SCANS: { en: 'Scans', zh: '扫描' },
    PARCELS: { en: 'Parcels', zh: '包裹' },
    ACTIONS: { en: 'Actions', zh: '动作' },
    INTERRUPTIONS: { en: 'Interruptions', zh: '中断' },
    RESET: { en: 'Reset', zh: '重置' },
  },
});

/** What a system may be made to do as client or sender. It may grow; a server refuses what it does not know. */
export const TestAction = defineCodeList({
  name: 'TestAction',
  version: '2026-11',
  title: { en: 'Test action', zh: '测试动作' },
  description: {
    en: 'What the system is made to do as caller or sender. An unknown one is refused with CODE_UNKNOWN.',
    zh: '使系统作为调用方或发送方执行的动作；未知者以 CODE_UNKNOWN 拒绝。',
  },
  growth: { fallback: 'IGNORE' },
  codes: {
    SUBMIT_ORDER: { en: 'Submit an order', zh: '下单' },
    CANCEL_ORDER: { en: 'Cancel an order', zh: '取消订单' },
    CREATE_WAYBILL: { en: 'Create a waybill', zh: '取号' },
    REQUEST_REVEAL: { en: 'Request a reveal', zh: '请求揭示' },
    PROPOSE_AGREEMENT: { en: 'Propose an agreement', zh: '提议协议' },
    SIGN_AGREEMENT: { en: 'Sign an agreement', zh: '签署协议' },
    REPLAY_EVENTS: { en: 'Replay events', zh: '重放事件' },
    CREATE_SUBSCRIPTION: { en: 'Subscribe to events', zh: '订阅事件' },
    COUNTER_AGREEMENT: { en: 'Counter an agreement', zh: '还议协议' },
    DECIDE_REVEAL: { en: 'Decide on a reveal', zh: '审批揭示' },
    OPEN_AFTER_SALES: { en: 'Open an after-sales case', zh: '开启售后' },
    AUTHORISE_RETURN: { en: 'Authorise a return', zh: '授权退货' },
    CAUSE_FACT: { en: 'Let a fact of a resource happen', zh: '使资源事实发生' },
    CALL_OPERATION: { en: 'Call an operation', zh: '调用接口' },
    SET_LEGAL_HOLD: { en: 'Set a legal hold', zh: '设置依法保留' },
    REPORT_BREACH: { en: 'Report a breach', zh: '通报泄露事件' },
    ROTATE_KEYS: { en: 'Rotate the signing keys', zh: '轮换签名密钥' },
  },
});

/** How far a test action is. */
export const TestActionState = defineCodeList({
  name: 'TestActionState',
  version: '2026-11',
  title: { en: 'State of a test action', zh: '测试动作状态' },
  description: { en: 'How far a test action is.', zh: '测试动作的进度。' },
  growth: 'closed',
  codes: {
    RUNNING: { en: 'Running', zh: '进行中' },
    SUCCEEDED: { en: 'Succeeded', zh: '成功' },
    FAILED: { en: 'Failed', zh: '失败' },
  },
});
