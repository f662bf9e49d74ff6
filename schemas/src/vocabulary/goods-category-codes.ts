import { defineCodeList } from '../define/index.ts';

/** Coarse on purpose: it is the most that a label may say. `labelAs` is what it says instead of a code about the person. */
export const GoodsCategory = defineCodeList({
  name: 'GoodsCategory',
  version: '2026-11',
  title: { en: 'Goods category', zh: '商品类别' },
  description: { en: 'Coarse class of what is in the parcel.', zh: '内件的粗略类别。' },
  growth: { fallback: 'OTHER' },
  codes: {
    DAILY_GOODS: { en: 'Daily goods', zh: '日用品' },
    CLOTHING: { en: 'Clothing', zh: '服装鞋帽' },
    FOOD: { en: 'Food', zh: '食品' },
    FRESH_FOOD: { en: 'Fresh food', zh: '生鲜' },
    FARM_PRODUCE: { en: 'Farm produce', zh: '农副产品' },
    ELECTRONICS: { en: 'Electronics', zh: '电子产品' },
    BOOKS: { en: 'Books', zh: '图书文具' },
    COSMETICS: { en: 'Cosmetics', zh: '美妆', labelAs: 'DAILY_GOODS' },
    HEALTH: { en: 'Health', zh: '医药健康', labelAs: 'DAILY_GOODS' },
    FURNITURE: { en: 'Furniture', zh: '家居家具' },
    DOCUMENTS: { en: 'Documents', zh: '文件' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
