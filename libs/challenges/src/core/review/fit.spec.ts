import { fitOf } from './fit.js';

const subject = { techField: '03', cluster: '8-4', text: '采用等温锻造与控温轧制，以ＦＥＭ预测组织' };
const expert = (
  keywords: readonly string[],
  techFields: readonly string[] = [],
  clusters: readonly string[] = [],
) => ({
  ...{ keywords, techFields, clusters },
});

describe('how near a bid is to an expert’s field', () => {
  it('counts the best three keywords, whole or in part, then field and cluster', () => {
    expect(fitOf(expert([]), subject)).toBe(0);
    expect(fitOf(expert(['等温锻造']), subject)).toBe(200);
    // One of its three pairs stands in the text.
    expect(fitOf(expert(['锻造工艺']), subject)).toBe(66);
    expect(fitOf(expert(['等温锻造', '控温轧制', 'FEM', '组织预测']), subject)).toBe(600);
    expect(fitOf(expert(['等温锻造'], ['03'], ['8-4']), subject)).toBe(600);
    expect(fitOf(expert(['等温锻造', '控温轧制', 'fem'], ['03'], ['8-4']), subject)).toBe(1_000);
  });

  it('is nothing where nothing is held or written', () => {
    expect(fitOf(expert(['锻', ''], ['04'], ['8-1']), { ...subject, text: '' })).toBe(0);
    expect(fitOf(expert(['等温锻造'], [''], ['']), { techField: null, cluster: null, text: '' })).toBe(0);
  });
});
