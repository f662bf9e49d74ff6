/** Surnames that very many people have, so that none of them points at anybody. */
export const SURNAMES = [
  '欧阳',
  '司马',
  '诸葛',
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
] as const;

/** Given names that are words for things made up: no register has a person of such a name in mind. */
export const GIVEN_NAMES = [
  '样例',
  '示例',
  '测试',
  '虚构',
  '假设',
  '某某',
  '无名',
  '范例',
  '试样',
  '演示',
  '子虚',
  '乌有',
] as const;

/** Roads that are in no city. */
export const ROADS = [
  '虚构路',
  '样例大街',
  '示例一路',
  '演示东街',
  '子虚巷',
  '乌有西路',
  '假设大道',
  '试样北街',
] as const;

/** Estates and buildings that are in no city. */
export const ESTATES = [
  '样例小区',
  '示例花园',
  '虚构新村',
  '乌有公馆',
  '演示大厦',
  '子虚家园',
] as const;

/** The beginning of landline numbers that nobody can have: no local number begins with 0. Seven digits follow. */
export const FICTION_LANDLINE_PREFIX = '+864110';

/** The first seven digits of the mobiles that are used for invented people, with the country code. */
export const FICTION_MOBILE_PREFIX = '+861990000';
