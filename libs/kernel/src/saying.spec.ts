import { DomainError, say, sentenceOf, told, violation } from './index.js';

describe('a sentence with facts', () => {
  const sentence = say`${'成果名称'}最多${60}个字`;
  it('reads as written, and keeps pattern and facts apart', () => {
    expect(sentence.toString()).toBe('成果名称最多60个字');
    expect(told(sentence)).toEqual({
      message: '成果名称最多60个字',
      pattern: '{0}最多{1}个字',
      params: ['成果名称', '60'],
    });
  });
  it('travels with a violation and with a refusal', () => {
    expect(violation('title', 'TOO_LONG', sentence, '第1条')).toEqual({
      path: 'title',
      code: 'TOO_LONG',
      ...told(sentence),
      article: '第1条',
    });
    expect(new DomainError('X', sentence).told).toEqual(told(sentence));
    expect(new DomainError('X', sentence).message).toBe('成果名称最多60个字');
  });
  it('without facts is its own text alone', () => expect(told('请先登录')).toEqual({ message: '请先登录' }));
  it('is the same sentence after it was told', () => {
    expect(sentenceOf(told(sentence))).toEqual(sentence);
    expect(sentenceOf(told('请先登录'))).toBe('请先登录');
  });
  it('leaves braces of the facts alone', () =>
    expect(say`没有${'{1}'}和${'乙'}`.toString()).toBe('没有{1}和乙'));
});
