import type { Region } from '@openwaybill/schemas';

/** A table of divisions as the statistics office publishes it: districts, cities, provinces. */
export type DivisionTable = {
  readonly version: string;
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
  readonly cities: readonly { readonly code: string; readonly name: string }[];
  readonly areas: readonly {
    readonly code: string;
    readonly name: string;
    readonly cityCode: string;
    readonly provinceCode: string;
  }[];
};

/** A district as messages name it. */
export type District = Required<
  Pick<Region, 'regionCode' | 'regionCodeVersion' | 'provinceName' | 'cityName' | 'districtName'>
>;

/** Words of the table that name no place: what they stand below is the city. */
const NO_CITY = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/;

/** The districts whose codes begin with one of `prefixes`. */
export const districtsOf = (
  { version, provinces, cities, areas }: DivisionTable,
  prefixes: readonly string[],
): readonly District[] => {
  const provinceNames = new Map(provinces.map(({ code, name }) => [code, name]));
  const cityNames = new Map(cities.map(({ code, name }) => [code, name]));
  return areas
    .filter(({ code }) => prefixes.some((prefix) => code.startsWith(prefix)))
    .map(({ code, name, cityCode, provinceCode }) => {
      const provinceName = provinceNames.get(provinceCode) ?? '';
      const cityName = cityNames.get(cityCode) ?? '';
      return {
        regionCode: code,
        regionCodeVersion: version,
        provinceName,
        cityName: NO_CITY.test(cityName) ? provinceName : cityName,
        districtName: name,
      };
    });
};
