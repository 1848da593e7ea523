import { words } from '../i18n/index.js';

export const brokerFormWords = words(
  {
    title: '我的经纪人登记',
    intro: '填写后提交所在机构确认，再由科技部门审核。除联系方式只给登录用户外，内容随名录公开。',
    identity: '基本信息',
    agencyHint: '须是该机构成员；机构会确认',
    partTimeHint: '科研人员、退休人员等兼职从事技术经纪的请勾选',
    partTimeLabel: '兼职从事技术经纪',
    employment: '从业方式',
    service: '服务',
    introductionHint: '20 字以上：从业经历、擅长的对接类型、代表性案例',
    noAgency: '您还不是任何机构的成员',
    noAgencyText: '请先由所在机构邀请您加入，或登记您的机构，再申报技术经纪人。',
    toOrganisations: '我的单位',
  },
  {
    title: 'My broker entry',
    intro:
      'Your agency confirms, then the bureau reviews. All but the contact, which is for whoever signed in, is public.',
    identity: 'About you',
    agencyHint: 'One of which you are a member; it confirms',
    partTimeHint: 'For researchers, retirees and others who broker besides',
    partTimeLabel: 'I broker part time',
    employment: 'Employment',
    service: 'What you offer',
    introductionHint: 'At least 20 characters: experience, kinds of deals, cases',
    noAgency: 'You are no member of an agency yet',
    noAgencyText: 'Have your agency invite you, or register it, before you apply as a broker.',
    toOrganisations: 'My organisations',
  },
);
