import type { English } from '../i18n/reading.js';

/** Accounts, organisations, members and letters of authorisation. */
export const english: English = {
  // Signing in
  '密码不对，请重新输入': 'The password is wrong; enter it again',
  '链接无效、已使用或已过期，请重新获取': 'The link is not valid, was used or has expired; ask for a new one',
  '密码与注册时填写的不一致，请重新输入；不是您本人注册的，请忽略邮件':
    'This is not the password given at registration; enter it again. If you did not register, ignore the mail',
  '验证码不对或已过期，请核对后重试或重新获取':
    'The code is wrong or has expired; check it or ask for a new one',
  '邮箱或密码不对；刚注册的账号，请先打开确认邮件里的链接':
    'E-mail or password is wrong. If you have just registered, first open the link in the mail of confirmation',
  '这个手机号已绑定另一账号，请先在那个账号中更换':
    'This phone number belongs to another account; change it there first',
  '账号已停用，请联系平台管理员': 'The account is suspended; contact the platform’s administrators',
  '验证码不对、已过期或已经用过，请输入应用中当前的6位数字，或一个没有用过的恢复码':
    'The code is wrong, has expired or was used before; enter the six digits that the app shows now, or a recovery code that was not used',
  '请输入身份验证器应用中的6位数字，或一个恢复码':
    'Enter the six digits of the authenticator app, or a recovery code',
  '登录已超时或尝试次数过多，请重新输入邮箱和密码':
    'Signing in took too long, or there were too many tries; enter e-mail and password again',
  '平台没有接入这个统一身份认证，请用其他方式登录':
    'The platform has no such single sign-on; sign in another way',
  '统一身份认证暂时没有应答，请稍后再试，或用其他方式登录':
    'The single sign-on does not answer right now; try again shortly, or sign in another way',
  '统一身份认证返回的结果无效或已过期，请重新开始':
    'What the single sign-on answered is not valid or has expired; begin again',
  '您没有在统一身份认证中完成或同意登录，平台没有取得任何资料；可以重新开始，或用其他方式登录':
    'You did not complete or agree to it at the single sign-on, and nothing was passed on to us; begin again, or sign in another way',
  '已经超时，或不是在这个浏览器中开始的，请重新开始':
    'It took too long, or was not begun in this browser; begin again',
  '这个身份还没有关联账号，请先用密码登录，在“我的账户”中关联；没有账号的请先注册':
    'No account is linked to this identity: sign in by password and link it in My account, or register first',
  '这个身份已关联另一账号，请先在那个账号中解除':
    'Another account is linked to this identity; unlink it there first',
  两步验证已经启用: 'The second factor is on already',
  '请从头开始启用：已经启用，或者开始得太久了':
    'Begin anew: the second factor is on already, or was begun too long ago',
  '您的角色必须启用两步验证，请先在“我的账户”中启用':
    'Your role asks for a second factor; set it up in your account first',
  只有平台管理员可以重置两步验证: 'Only platform administrators reset a second factor',
  '不能重置自己的两步验证，请用恢复码登录后关闭再启用，或由另一位平台管理员重置':
    'You cannot reset your own second factor: sign in with a recovery code and switch it off and on, or ask another platform administrator',
  该账号没有启用两步验证: 'This account has no second factor',
  请填写11位手机号: 'Enter a mobile number of 11 digits',
  '请在浏览器中登录后办理，访问令牌不能用于此操作':
    'Sign in with a browser to do this; an access token cannot',
  '访问令牌无效、已过期或已撤销，请重新创建':
    'The access token is not valid, has expired or was revoked; create a new one',
  '有效期为1–{0}天': 'A token is valid for 1 to {0} days',
  '最多{0}个访问令牌，请先撤销不用的': 'At most {0} access tokens; revoke one that is not used first',
  '这个密码太常见或含有本人信息，请换一个更长、不易猜的密码':
    'This password is too common or holds personal details; choose a longer one that is hard to guess',
  '请填写完整的邮箱地址，如 name@example.com': 'Enter a whole e-mail address, like name@example.com',
  '您是“{0}”唯一的管理员，请先指定另一位管理员':
    'You are the only administrator of {0}; name another one first',
  '这样平台将没有平台管理员，请先指定另一位平台管理员':
    'The platform would be left without a platform administrator; name another one first',
  只有平台管理员可以停用或恢复账号: 'Only platform administrators suspend or restore accounts',
  不能停用自己的账号: 'You cannot suspend your own account',

  // Members
  只有本单位管理员可以管理成员: 'Only the organisation’s administrators manage its members',
  平台管理员角色只能由平台管理员调整:
    'The role of platform administrator is given and taken by platform administrators alone',
  '这类机构没有“{0}”角色，请重新选择': 'Organisations of this kind have no such role: {0}; choose again',
  '该单位尚未通过审核或已停用，暂不能增加成员':
    'The organisation is not approved yet or is suspended; no members can be added for now',
  '邀请已过期，请联系单位管理员重新邀请':
    'The invitation has expired; ask the organisation’s administrator for a new one',
  '这是本单位唯一的管理员，请先指定另一位管理员':
    'This is the organisation’s only administrator; name another one first',
  '已是本单位成员，或已有待处理的邀请或申请，请在成员列表中查看':
    'Already a member, invited or asking to join; see the list of members',

  // Letters of authorisation
  只有本单位管理员可以登记或撤销授权委托书:
    'Only the organisation’s administrators enter or revoke letters of authorisation',
  请选择委托事项: 'Choose what the letter authorises for',
  请填写有效期: 'Enter the term',
  有效期止不能早于有效期起: 'The term cannot end before it begins',
  '这份委托书已经过期，请登记有效的委托书': 'This letter has expired; enter one that is in force',
  '授权期限最长{0}年': 'An authorisation lasts at most {0} years',
  经办人应是本单位在册成员: 'The handler must be a member of the organisation',
  '请上传盖章扫描件：PDF、PNG 或 JPG': 'Upload the sealed letter as a scan: PDF, PNG or JPG',
  请先上传委托书的盖章扫描件: 'Upload the scan of the sealed letter first',

  // Organisations
  只有本单位管理员可以修改单位资料: 'Only the organisation’s administrators change its details',
  只有负责该区划的科技主管部门可以办理:
    'Only the science and technology bureau in charge of this division can do this',
  '您是该单位的成员，请由其他经办人审核':
    'You are a member of this organisation; another officer has to review it',
  '这个统一社会信用代码已有机构在用：请搜索该机构并申请加入；若有疑问请联系科技主管部门':
    'Another organisation has this unified social credit code: search for it and ask to join; in doubt, contact the bureau',
  '这个统一社会信用代码已有机构在用，请核对':
    'Another organisation has this unified social credit code; check it',
  '平台还没有市级主管部门，请同时给出它的名称和统一社会信用代码':
    'The platform has no city bureau yet; give its name and unified social credit code as well',
  '更正后的机构类型和区划应在您的管辖范围内，请由上级部门更正':
    'The corrected kind and division must lie in your jurisdiction; ask the bureau above to correct it',
  请选择机构类型: 'Choose the kind of organisation',
  '统一社会信用代码应为18位且校验位正确，请对照证照逐位核对':
    'A unified social credit code has 18 characters and a check character; compare it with the licence',
  '行政区划代码应为6位，请重新选择': 'A division code has 6 digits; choose again',
  主管部门应在本市行政区划内: 'A bureau must be of a division of this city',
  市级主管部门的行政区划应为本市: 'The division of the city bureau is the city itself',
  '县级主管部门请选择所在县（市、区）': 'For a county bureau choose its county',
  请选择单位性质: 'Choose the nature of the organisation',
  '只有研究开发机构、高等院校可以标为国家设立':
    'Only research institutes and universities can be marked as state-established',
  联系邮箱的格式不对: 'The contact e-mail is not an e-mail address',
  '网站应以 http:// 或 https:// 开头': 'The website must begin with http:// or https://',
  '联系电话应为手机号或带区号的座机号，如 0350-3030000':
    'Enter a mobile number or a landline with its area code, like 0350-3030000',
  '代码中第9–17位（组织机构代码）的校验位不符，请核对证照':
    'The check character of places 9–17 (organisation code) does not fit; check the licence',
  '代码的登记管理部门与机构类型不一致，请核对证照':
    'The registering authority in the code does not fit the kind of organisation; check the licence',
  '该单位登记为事业单位而未标为国家设立，请核实；国家设立的，协议定价应当公示':
    'The organisation is registered as a public institution and not marked as state-established; verify it. If it is, agreed prices must be disclosed',
  '{0}已经审核，不能自行修改；确有变更请联系科技主管部门更正':
    '{0} was reviewed and cannot be changed by yourselves; if it has changed, ask the bureau to correct it',

  // Exports
  只有本单位管理员可以导出单位资料: 'Only the organisation’s administrators export its records',
  '管理部门能看到的是辖区内各单位的资料，不是其自己的资料，不能导出':
    'What a bureau reads of its area belongs to others and is not exported',
  '这份资料尚未导出完成，或已过下载期限，请重新导出':
    'This export is not ready, or may no longer be fetched; export the records again',
  '资料超过一个压缩包所能容纳，请联系平台运维人员导出':
    'It is more than one archive holds; ask the platform’s operator for it',
  导出的资料: 'the export',

  // Imports
  只有科技主管部门可以批量导入机构: 'Only the bureau imports organisations',
  该区划不在您的管辖范围内: 'The division is outside your jurisdiction',
  '这个编号已属于另一统一社会信用代码，请核对编号':
    'This number belongs to another unified social credit code; check the number',
  '主管部门的资料不能批量导入，请在机构页面更正':
    'Details of a bureau cannot be imported; correct them on its page',
  '该机构现属其他区划，请由市级科技主管部门办理':
    'The organisation is of another division now; the city bureau has to do this',

  // Words in their places
  成员: 'member',
  科研人员: 'researcher',
  技术转移专员: 'transfer officer',
  技术经纪人: 'the technology broker',
  主管部门经办人: 'bureau officer',
  合同登记员: 'contract registrar',
  单位管理员: 'administrator of the organisation',
  平台管理员: 'platform administrator',
  单位名称: 'the name of the organisation',
  机构类型: 'the kind of organisation',
  统一社会信用代码: 'the unified social credit code',
  行政区划: 'the division',
  单位性质: 'the nature of the organisation',
  是否国家设立: 'whether it is state-established',
  法定代表人: 'the legal representative',
  注册地址: 'the registered address',
  联系人: 'the contact person',
  联系电话: 'the phone number',
  网站: 'the website',
  机构简介: 'the introduction',
  名称: 'the name',
  姓名: 'the name',
  密码: 'the password',
  理由: 'the reason',
  原因: 'the reason',
  审核意见: 'the opinion',
  退回原因: 'the reason for returning it',
  停用原因: 'the reason for the suspension',
  撤销原因: 'the reason for revoking it',
  撤回原因: 'the reason for taking it back',
  申请说明: 'the note with the request',
  访问令牌: 'the access token',
  关联: 'the link',
  账号: 'the account',
  登录设备: 'the signed-in device',
  文件: 'the file',
  机构: 'the organisation',
  授权委托书: 'the letter of authorisation',
  所办理的事项: 'the matter',
  所指内容: 'what was named',
};
