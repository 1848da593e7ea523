import { expect } from '@playwright/test';
import { authorised } from '../business.js';
import { provenLongAgo } from '../clock.js';
import { act, main, press } from '../journey.js';
import { browserOf, online, ownOrganisation, visit, type Opening } from './ways.js';

/** Of the frame, accounts, and what administrators keep. */
export const ACCOUNT: readonly Opening[] = [
  { of: 'app/Header', who: null, at: '/', width: 390, open: (page) => press(page, '打开菜单') },
  {
    of: 'app/HeadSearch',
    who: null,
    at: '/needs',
    width: 390,
    open: (page) => press(page.getByRole('banner'), '搜索'),
  },
  {
    of: 'design/ListPage',
    who: null,
    at: '/results',
    width: 390,
    open: (page) => main(page).getByRole('button', { name: /筛选/ }).click(),
  },
  {
    of: 'app/SignInAgain',
    who: 'enterprise',
    at: '/inbox/settings',
    open: async (page) => {
      await page.context().clearCookies();
      await main(page).getByRole('checkbox').first().click();
    },
  },
  {
    of: 'app/Reauthenticate',
    who: 'admin',
    at: '/admin/people',
    open: async (page) => {
      await provenLongAgo('admin');
      await main(page).getByRole('button', { name: '停用' }).first().click();
      const asked = page.getByRole('dialog');
      await asked.getByRole('textbox').fill('岗位调整，不再使用');
      await asked.getByRole('button', { name: '停用' }).click();
      await expect(page.getByRole('dialog', { name: '验证身份' })).toBeVisible();
    },
  },
  {
    of: 'design/ActionRail',
    who: 'enterprise',
    at: async (page) => `/needs/${await online(page, 'myNeeds')}`,
    open: (page) => act(page, '关闭需求'),
  },
  { of: 'account/Erase', who: 'researcher', at: '/account', open: (page) => press(main(page), '注销账号') },
  { of: 'account/Tokens', who: 'researcher', at: '/account', open: (page) => press(main(page), '创建令牌') },
  {
    of: 'account/EditOrganisationDialog',
    who: 'tto',
    at: ownOrganisation,
    open: (page) => act(page, '修改资料'),
  },
  {
    of: 'account/InviteDialog',
    who: 'tto',
    at: ownOrganisation,
    open: (page) => press(main(page), '邀请成员'),
  },
  {
    of: 'account/IssueLetterDialog',
    who: 'tto',
    at: ownOrganisation,
    open: (page) => press(main(page), '登记授权委托书'),
  },
  {
    of: 'account/MemberDialog',
    who: 'tto',
    at: ownOrganisation,
    open: (page) => main(page).getByRole('button', { name: '调整角色' }).first().click(),
  },
  {
    of: 'law/EnterVersionForm',
    who: 'admin',
    at: visit('/admin/parameters/:id'),
    open: (page) => main(page).getByRole('complementary').getByRole('button').first().click(),
  },
  {
    of: 'law/HolidaysPage',
    who: 'admin',
    at: '/admin/holidays',
    open: (page) => act(page, '编辑本年安排'),
  },
  {
    of: 'searches/EditWords',
    who: 'admin',
    at: '/admin/search-words',
    open: (page) => act(page, '添加一组同义词'),
  },
  {
    of: 'account/Letters',
    who: 'tto',
    at: async (page) => {
      await authorised(browserOf(page));
      return ownOrganisation;
    },
    open: (page) => main(page).getByRole('button', { name: '撤销', exact: true }).first().click(),
  },
];
