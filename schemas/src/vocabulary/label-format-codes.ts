import { defineCodeList } from '../define/index.ts';

/** An unknown one is made as the fallback, which any printer takes. */
export const LabelFormat = defineCodeList({
  name: 'LabelFormat',
  version: '2026-11',
  title: { en: 'Label format', zh: '面单格式' },
  description: {
    en: 'Size in millimetres and file type, or the language of a printer.',
    zh: '以毫米计的尺寸与文件类型，或打印机语言。',
  },
  growth: { fallback: 'PDF_100X180' },
  codes: {
    PDF_100X180: {
      en: 'PDF, 100 by 180 mm',
      zh: 'PDF，100×180 毫米',
      mediaType: 'application/pdf',
      widthMillimetres: 100,
      heightMillimetres: 180,
    },
    PDF_76X130: {
      en: 'PDF, 76 by 130 mm',
      zh: 'PDF，76×130 毫米',
      mediaType: 'application/pdf',
      widthMillimetres: 76,
      heightMillimetres: 130,
    },
    PNG_100X180: {
      en: 'PNG, 100 by 180 mm',
      zh: 'PNG，100×180 毫米',
      mediaType: 'image/png',
      widthMillimetres: 100,
      heightMillimetres: 180,
    },
    PNG_76X130: {
      en: 'PNG, 76 by 130 mm',
      zh: 'PNG，76×130 毫米',
      mediaType: 'image/png',
      widthMillimetres: 76,
      heightMillimetres: 130,
    },
    SVG_100X180: {
      en: 'SVG, 100 by 180 mm',
      zh: 'SVG，100×180 毫米',
      mediaType: 'image/svg+xml',
      widthMillimetres: 100,
      heightMillimetres: 180,
    },
    SVG_76X130: {
      en: 'SVG, 76 by 130 mm',
      zh: 'SVG，76×130 毫米',
      mediaType: 'image/svg+xml',
      widthMillimetres: 76,
      heightMillimetres: 130,
    },
    ZPL: { en: 'ZPL printer language', zh: 'ZPL 打印机语言' },
    TSPL: { en: 'TSPL printer language', zh: 'TSPL 打印机语言' },
    ESC_POS: { en: 'ESC/POS printer language', zh: 'ESC/POS 打印机语言' },
    CLOUD_PRINT: { en: 'Cloud print component', zh: '云打印组件' },
  },
});
