import type { Fen } from '@jihui/kernel';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** Four digits with their places; zeros between digits are said once, those at the end not at all. */
function group(digits: string): string {
  const said = [...digits]
    .map((digit, index) =>
      digit === '0' ? '零' : `${DIGITS[Number(digit)]}${PLACES[digits.length - 1 - index]}`,
    )
    .join('');
  return said.replaceAll(/零+/g, '零').replace(/零$/, '');
}

function yuanInWords(yuan: string): string {
  const groups: string[] = [];
  for (let end = yuan.length; end > 0; end -= 4) groups.unshift(yuan.slice(Math.max(0, end - 4), end));
  return groups
    .map((digits, index) => {
      const words = group(digits.padStart(4, '0'));
      return words === '' ? '零' : `${words}${GROUPS[groups.length - 1 - index]}`;
    })
    .join('')
    .replaceAll(/零+/g, '零')
    .replace(/^零/, '')
    .replace(/零$/, '');
}

/** 人民币大写, as certificates write amounts (支付结算办法附件一), e.g. 壹佰贰拾万元整. */
export function amountInWords(amount: Fen): string {
  const text = String(amount).padStart(3, '0');
  const yuan = yuanInWords(text.slice(0, -2));
  const [jiao = '0', fen = '0'] = text.slice(-2);
  const whole = yuan === '' ? '' : `${yuan}元`;
  if (jiao === '0' && fen === '0') return `${whole === '' ? '零元' : whole}整`;
  const tens = jiao === '0' ? (whole === '' ? '' : '零') : `${DIGITS[Number(jiao)]}角`;
  return `${whole}${tens}${fen === '0' ? '整' : `${DIGITS[Number(fen)]}分`}`;
}
