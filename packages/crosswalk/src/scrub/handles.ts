const HANDLES: readonly RegExp[] = [
  /[\p{L}\p{Nd}._%+-]+@[\p{L}\p{Nd}.-]+/gu,
  /(?:https?:\/\/|www\.)[^\s,，。;；)）】\]]+/giu,
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Z][·\s]?[A-Z0-9]{4,5}[A-Z0-9挂学警港澳]/gu,
  /(?<=(?:微信号?|wechat|weixin|vx|qq)[\s:：]*)[A-Za-z0-9][-_A-Za-z0-9]{4,19}/giu,
];

/** A text without e-mail addresses, links, plate numbers and names of accounts. */
export const withoutHandles = (text: string): string =>
  HANDLES.reduce((rest, handle) => rest.replace(handle, '[已删]'), text);
