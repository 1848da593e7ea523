import { Rarely } from './rarely.js';

describe('what is said rarely', () => {
  it('is said once a pause, each message apart', () => {
    const rarely = new Rarely(1_000);
    expect([rarely.due('a', 0), rarely.due('a', 999), rarely.due('b', 999), rarely.due('a', 1_000)]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('is not remembered without bound', () => {
    const rarely = new Rarely();
    for (let index = 0; index < 500; index += 1) rarely.due(`message ${index}`, 0);
    expect([rarely.due('message 499', 1), rarely.due('message 1', 1)]).toEqual([false, true]);
  });
});
