import { stepCookieName, stepCookies } from './step-cookie.js';

describe('the cookies of whoever is on the way in', () => {
  const [plain, secure] = ['http://localhost:3000', 'https://jihui.example'].map((publicUrl) =>
    stepCookieName({ publicUrl }, 'factor'),
  ) as [string, string];

  it('insist on https where the site has it', () =>
    expect([plain, secure]).toEqual(['jihui_step_factor', '__Host-jihui_step_factor']));

  it('are handed on, and no other is', () => {
    expect(stepCookies({ jihui_session: 'x', [plain]: 'a-B_9', [secure]: 'c' })).toEqual({
      cookie: 'jihui_step_factor=a-B_9; __Host-jihui_step_factor=c',
    });
    expect(stepCookies({ jihui_session: 'x', '__Host-jihui_session': 'y' })).toEqual({});
    expect(stepCookies(undefined)).toEqual({});
  });

  it('are not handed on where they hold more than a word', () =>
    expect(stepCookies({ [plain]: 'a; jihui_session=stolen', [secure]: 'a\r\nx: y' })).toEqual({}));
});
