import type { English } from '../../i18n/reading.js';

/** Brokers, agencies, ratings, experts and patents. */
export const discovery: English = {
  // Brokers, agencies, ratings
  '{0}申报技术经纪人，待机构确认': '{0} applies as a broker and waits for the agency',
  '请核对其为{0}人员及所填信息，确认后由科技部门审核':
    'Check that they work for {0} and what they stated; once confirmed, the bureau reviews it',
  '{0}申报技术经纪人，待审核': '{0} applies as a broker and waits for review',
  '所在机构：{0}': 'Agency: {0}',
  请审核登记条件: 'Review whether the conditions are met',
  所在机构已确认您的经纪人申报: 'The agency has confirmed your application as a broker',
  '已转科技部门审核，结果会在这里告知': 'The bureau reviews it now; you will be told here',
  所在机构未确认您的经纪人申报: 'The agency has not confirmed your application as a broker',
  您已列入技术经纪人名录: 'You are in the register of brokers',
  '名录向社会公开；业绩由平台上的对接和合同自动汇成，请及时登记证书和学时':
    'The register is public; achievements are counted from deals and contracts here. Enter your certificates and hours in time',
  您的经纪人申报被退回: 'Your application as a broker was returned',
  您的经纪人登记已暂停: 'Your entry as a broker is suspended',
  暂停期间不在名录中公开: 'It is not public meanwhile',
  您的经纪人登记已恢复: 'Your entry as a broker is restored',
  名录重新公开您的信息: 'It is public again',
  您已被移出技术经纪人名录: 'You were removed from the register of brokers',
  '{0}登记了证书或学时，待核验': '{0} entered a certificate or hours to be checked',
  '请核对证书编号、发证机构和学时': 'Check number, issuer and hours',
  您登记的证书或学时已核验: 'Your certificate or hours were checked',
  '请打开登记查看核验结果；未予确认的，可以补充后重新登记':
    'Open the entry for the outcome; what was not confirmed can be completed and entered again',
  您的等级证书已过有效期: 'Your certificate has expired',
  '名录中的等级随之变动；换发证书后请重新登记':
    'Your level in the register changes with it; enter the new certificate once you have it',
  '您已不是所在机构的成员，经纪人登记随之变动':
    'You are no longer a member of the agency, and your entry as a broker changes with it',
  '加入新的机构后，请退出名录并以新的机构重新申报':
    'Once you have joined another, leave the register and apply anew with it',
  您已被认定为骨干技术经纪人: 'You are designated as a key broker',
  '名录中显示认定标识；认定文号和有效期见登记页面':
    'The register shows it; number and term of the designation are on the page of your entry',
  您的骨干技术经纪人认定已撤销: 'Your designation as a key broker was withdrawn',
  理由见登记页面的办理记录: 'The reason is in the history of the entry',
  '{0}申报中介机构登记，待审核': '{0} applies as an agency and waits for review',
  请审核登记条件和所填信息: 'Review the conditions and what was stated',
  '{0}已列入中介机构名录': '{0} is in the register of agencies',
  '名录向社会公开；业绩由平台上的对接和合同自动汇成':
    'The register is public; achievements are counted from deals and contracts here',
  '{0}的中介机构申报被退回': 'The application of {0} as an agency was returned',
  '{0}的中介机构登记已暂停': 'The entry of {0} as an agency is suspended',
  '{0}的中介机构登记已恢复': 'The entry of {0} as an agency is restored',
  名录重新公开本机构的信息: 'It is public again',
  '{0}已被移出中介机构名录': '{0} was removed from the register of agencies',
  '{0}已被认定为骨干机构': '{0} is designated as a key agency',
  名录中显示认定标识: 'The register shows it',
  '名录中显示认定标识，有效期至 {0}': 'The register shows it, until {0}',
  '{0}的骨干机构认定已撤销': 'The designation of {0} as a key agency was withdrawn',
  '{0}登记了一项扶持': 'A support was recorded for {0}',
  '科技部门登记的扶持记录见登记页面，随名录公开':
    'What the bureau recorded is on the page of the entry, public with the register',
  '如有出入，请向科技部门提出': 'Tell the bureau if it is wrong',
  '{0}的一项扶持记录已撤销': 'A record of support for {0} was withdrawn',
  理由见登记页面的扶持记录: 'The reason is in the record on the page of the entry',
  '{0}评价了您': '{0} rated you',
  '可以就这条评价答复一次，答复与评价一并显示': 'You can answer once; the answer is shown with the rating',
  '{0}答复了您的评价': '{0} answered your rating',
  请打开经纪人页面查看答复: 'Open the broker’s page to read it',
  '对{0}的一条评价已被隐藏': 'A rating of {0} was hidden',
  '对{0}的一条评价已恢复公开': 'A rating of {0} is public again',
  请打开经纪人页面查看: 'Open the broker’s page to see it',

  // Experts and patents
  '{0}申报专家库，待单位同意': '{0} applies for the expert bank and waits for the unit’s consent',
  '请核对其为{0}人员及所填信息，同意后由科技部门审核':
    'Check that they work for {0} and what they stated; once you consent, the bureau reviews it',
  '{0}申报专家库，待审核': '{0} applies for the expert bank and waits for review',
  '所在单位：{0}': 'Unit: {0}',
  请审核入库条件和回避关系: 'Review the conditions and the relations that bear on recusal',
  单位已同意您申报专家库: 'Your unit consents to your place in the expert bank',
  单位未同意您申报专家库: 'Your unit does not consent to your place in the expert bank',
  您已入专家库: 'You are in the expert bank',
  '可以随时修改档案和公开范围；新的任职、持股、亲属等回避关系请及时登记':
    'Change your profile, and who may see it, at any time; enter new posts, shares and relatives as they come',
  您的专家库申报被退回: 'Your application for the expert bank was returned',
  您在专家库的资格已暂停: 'Your place in the expert bank is suspended',
  暂停期间不会被抽取: 'You are not drawn meanwhile',
  您在专家库的资格已恢复: 'Your place in the expert bank is restored',
  '档案重新公开，可以被邀请和抽取': 'Your profile is shown again; you can be invited and drawn',
  您已被移出专家库: 'You were removed from the expert bank',
  '专利{0}有事项待办': 'Something is due for the patent {0}',
  办理后请在专利登记簿中登记: 'Once done, record it in the patent register',
  '专利{0}期限届满': 'The term of the patent {0} has ended',
  '专利权期限已于 {0} 届满，登记簿已更新；以该专利上线的成果请及时修订':
    'It ended on {0} and the register says so; revise results that are online with it',
};
