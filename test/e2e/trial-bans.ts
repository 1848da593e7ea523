import { odd, oddly, type Cast } from './trial-cast.js';
import { at } from './walk.js';

/** A person is banned by the city's bureau, and the ban is lifted. */
export async function tryBans({ trials, officer, outsiders }: Cast): Promise<void> {
  const ban = await trials.run({
    mutation: 'imposeCallBan',
    who: officer,
    others: outsiders,
    input: {
      ...{ personName: oddly('卫某'), personUnit: odd('外省某公司'), level: 'SERIOUS' },
      ...{ fromDay: '2026-01-06', untilDay: '2030-01-06', document: oddly('忻科监〔2026〕9号') },
      reason: odd('提供虚假检测报告，情节严重'),
    },
    // Two decisions about one person are two bans.
    repeatable: true,
  });
  await trials.run({
    mutation: 'liftCallBan',
    who: officer,
    others: outsiders,
    input: { ...at(ban), document: oddly('忻科监〔2026〕12号'), reason: odd('复核后撤销原处理决定') },
  });
}
