import type { Reading } from './reading.js';

/** A message of the inbox in English: its sentences are known one by one, and a title may name what it is about. */
export function messageIn(text: string, messages: Reading): string {
  if (text.includes('。'))
    return text
      .split('。')
      .map((sentence) => messages.english(sentence))
      .join('. ')
      .trim();
  const [head = '', ...about] = text.split('：');
  return about.length > 0 && !messages.knows(text) && messages.knows(head)
    ? `${messages.english(head)}: ${about.join('：')}`
    : messages.english(text);
}
