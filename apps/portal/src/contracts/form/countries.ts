import { useLanguage } from '../../i18n/index.js';

/** 国别 that goes without saying. */
export const CHINA = '142';

/**
 * 国别（地区）: three-digit customs codes with their ISO 3166-1 letters, of whom the city's contracts are usually with;
 * a code that is not here may be typed as well.
 */
const COUNTRIES: Readonly<Record<string, string>> = {
  '142': 'CN', '110': 'HK', '121': 'MO', '143': 'TW',
  '106': 'MM', '107': 'KH', '109': 'KP', '111': 'IN', '112': 'ID', '113': 'IR', '115': 'IL', '116': 'JP', '119': 'LA',
  '122': 'MY', '124': 'MN', '125': 'NP', '127': 'PK', '129': 'PH', '131': 'SA', '132': 'SG', '133': 'KR', '134': 'LK',
  '136': 'TH', '137': 'TR', '138': 'AE', '141': 'VN', '145': 'KZ', '146': 'KG', '147': 'TJ', '148': 'TM', '149': 'UZ',
  '215': 'EG', '244': 'ZA',
  '301': 'BE', '302': 'DK', '303': 'GB', '304': 'DE', '305': 'FR', '306': 'IE', '307': 'IT', '308': 'LU', '309': 'NL',
  '310': 'GR', '311': 'PT', '312': 'ES', '315': 'AT', '316': 'BG', '318': 'FI', '321': 'HU', '326': 'NO', '327': 'PL',
  '328': 'RO', '330': 'SE', '331': 'CH', '334': 'EE', '335': 'LV', '336': 'LT', '340': 'BY', '344': 'RU', '347': 'UA',
  '402': 'AR', '410': 'BR', '412': 'CL', '429': 'MX', '501': 'CA', '502': 'US', '601': 'AU', '609': 'NZ',
}; // prettier-ignore

/** The country's name in the language of the page; a code that is not known is shown as it stands. */
export function useCountryName(): (code: string) => string {
  const { language } = useLanguage();
  const names = new Intl.DisplayNames([language === 'en' ? 'en' : 'zh-CN'], { type: 'region' });
  return (code) => {
    const letters = COUNTRIES[code];
    if (letters === undefined) return code;
    const name = names.of(letters) ?? code;
    return letters === 'TW' ? (language === 'en' ? 'Taiwan, China' : '中国台湾') : name;
  };
}

/** Codes to choose from, the home country first. */
export function useCountries(): readonly { readonly value: string; readonly label: string }[] {
  const nameOf = useCountryName();
  const rest = Object.keys(COUNTRIES).filter((code) => code !== CHINA);
  return [CHINA, ...rest].map((value) => ({ value, label: nameOf(value) }));
}
