import { codesOf } from '../define/index.ts';
import { IndicatorCode, type IndicatorEntry } from './indicator-codes.ts';

/** Version of the definitions of this release; a changed definition is a new one. */
export const STATISTICS_METHOD_VERSION = 'openwaybill-2026-11';

/** What the code list says of an indicator, as the message that hands it out. */
export const indicatorDefinitionOf = (indicator: IndicatorCode) => {
  const { en, zh, definition, unit, goal }: IndicatorEntry = codesOf(IndicatorCode)[indicator];
  return {
    indicator,
    titleEn: en,
    titleZh: zh,
    definitionEn: definition.en,
    definitionZh: definition.zh,
    unit,
    methodVersion: STATISTICS_METHOD_VERSION,
    ...(goal === undefined ? {} : { goal }),
  };
};
